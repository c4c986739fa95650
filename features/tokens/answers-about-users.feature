Feature: What all answers about users have in common
  Whichever flow an agent asks by, and however often, the answer has one form: it says what was
  granted, and brings the tokens that the request asked for, each about its own user.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-USER-ANSWER
  Rule: An answer about a user names what was granted, and holds a refresh token or an id_token on request

    @mock @live
    Scenario: Every answer that was asked for everything has everything
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the members of the answer with each of them have these types:
        | a text         | token_type scope access_token refresh_token id_token client_info |
        | a whole number | expires_in ext_expires_in                                        |
      And the answer with each of them says:
        | token_type    | matching ^[Bb]earer$  |
        | scope         | matching User.Read |
        | refresh_token | present               |
        | id_token      | present               |
        | client_info   | present               |
      And each of them names every scope that its answer names

    @mock @live
    Scenario Outline: An answer that was asked for nothing else <how> says nothing that is no token
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read" <how>
      Then the members of the answer have these types:
        | a text         | token_type scope access_token refresh_token id_token client_info |
        | a whole number | expires_in ext_expires_in                                        |

      Examples: RFC 6749 section 5.1
        | how                |
        | on behalf of "Bea" |
        | as "Assistant"     |

    @mock
    Scenario: Every answer that was asked for everything has nothing else
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the answer with each of them has exactly the members:
        | token_type     |
        | scope          |
        | expires_in     |
        | ext_expires_in |
        | access_token   |
        | refresh_token  |
        | id_token       |
        | client_info    |

    @mock
    Scenario: An answer names the scopes of an API by the API
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      When "Booking" asks for "Orders API" on behalf of "Bea"
      Then the answer says:
        | scope | {Orders API}/Orders.Read {Orders API}/.default |

    @mock @live
    Scenario: The id_token beside every token is about its user and for its client
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the id_token beside each of them says:
        | aud   | the client id of its agent identity |
        | iss   | the version 2 issuer of its tenant  |
        | oid   | the id of its user                  |
        | tid   | the tenant id of its tenant         |
        | ver   | 2.0                                 |
        | scp   | absent                              |
        | appid | absent                              |
        | exp   | 600 to 90000 seconds after its iat  |
      And the id_token beside each of them is signed with a published key

    @mock
    Scenario: The id_token beside every token holds for an hour or more
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the id_token beside each of them says:
        | nbf | 300 seconds ago                    |
        | exp | 3900 to 5700 seconds after its nbf |

    @mock @live
    Scenario: The client_info beside every token names its user
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the client_info beside each of them names its user and its tenant

    @mock @live
    Scenario: Every refresh token is one of its own
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the refresh tokens beside them are opaque, and no two are the same
