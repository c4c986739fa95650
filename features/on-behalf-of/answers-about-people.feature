Feature: Answers about people
  Besides the token, an answer about a person names what was granted, and holds what the request
  asked for by the scopes of OpenID Connect.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-USER-ANSWER
  Rule: An answer about a user names what was granted, and holds a refresh token or an id_token on request

    @mock
    Scenario: An answer without scopes of OpenID Connect holds no other token
      Given "Bea" has called "Concierge"
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read" on behalf of "Bea"
      Then the answer has exactly the members:
        | token_type     |
        | scope          |
        | expires_in     |
        | ext_expires_in |
        | access_token   |

    @mock
    Scenario: An answer names each scope that was granted by its resource
      Given "Bea" has called "Concierge"
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read {Microsoft Graph}/Mail.Read" on behalf of "Bea"
      Then the answer says:
        | token_type | Bearer                                                                                           |
        | scope      | matching https://graph.microsoft.com/User.Read https://graph.microsoft.com/Mail.Read$ |

    @mock @live
    Scenario: An answer to offline_access holds a refresh token
      Given "Bea" has called "Concierge"
      When "Booking" asks for the scope "{Microsoft Graph}/.default offline_access" on behalf of "Bea"
      Then the answer has at least the members:
        | token_type | scope | expires_in | access_token | refresh_token |
      And the refresh token of the answer is no JWT

    @mock @live
    Scenario: An agent user gets an id_token with openid
      When "Booking" asks for the scope "{Microsoft Graph}/.default openid profile" as "Assistant"
      Then the id_token of the answer says:
        | aud | the client id of Booking        |
        | iss | the version 2 issuer of Contoso |
        | oid | the id of Assistant             |
        | tid | the tenant id of Contoso        |
        | ver | 2.0                             |

    @mock
    Scenario: An answer to client_info names the user and the tenant
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "client_info" is "1"
      When it is sent
      Then the client_info of the answer names "Assistant"
