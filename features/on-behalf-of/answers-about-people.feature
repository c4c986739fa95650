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

  @rule:TOKEN-SCOPES
  Rule: A token about a user names the permissions that were granted, and no others

    @mock
    Scenario: The default scope brings all that was granted
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email User.Read Mail.Read"

    @mock @live
    Scenario: A Graph token names the scopes of OpenID Connect, asked for or not
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names the scopes "openid profile email"
      And the token does not name the scope "offline_access"

    @mock
    Scenario: A single scope is issued alone
      Given "Bea" has called "Concierge"
      When "Booking" asks for the scope "{Microsoft Graph}/Mail.Read" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email Mail.Read"

    @mock
    Scenario: A scope in other letters is named as it was granted
      Given "Bea" has called "Concierge"
      When "Booking" asks for the scope "{Microsoft Graph}/mail.read" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email Mail.Read"

    @mock
    Scenario: What was granted for everybody adds to what was granted for the person
      Given the administrator has granted "Booking" the scope "Calendars.Read" of "Microsoft Graph"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email User.Read Mail.Read Calendars.Read"

    @mock
    Scenario: What was granted for one person is not granted for another
      Given the administrator has granted "Booking" the scope "Calendars.Read" of "Microsoft Graph" for "Ada"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token does not name the scope "Calendars.Read"

    @mock
    Scenario: An agent identity inherits the permissions of its blueprint where they are inheritable
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      And the administrator has granted "Concierge" the scope "Calendars.Read" of "Microsoft Graph"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email User.Read Mail.Read Calendars.Read"

    @mock
    Scenario: An agent identity does not inherit what is not inheritable
      Given the administrator has granted "Concierge" the scope "Calendars.Read" of "Microsoft Graph"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token does not name the scope "Calendars.Read"

    @mock
    Scenario: New consent reaches the tokens when the lag is over
      Given "Bea" has called "Concierge"
      And the administrator has granted "Booking" the scope "Files.Read" of "Microsoft Graph"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names the scopes "Files.Read"

    @mock
    Scenario: While the lag lasts a token lacks what was granted
      Given "Bea" has called "Concierge"
      And tokens of "Contoso" lag 20 requests behind
      And the administrator has granted "Booking" the scope "Files.Read" of "Microsoft Graph"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token does not name the scope "Files.Read"

  @rule:TOKEN-USER-API
  Rule: A custom API learns of the agent of a user only what it asks for

    @mock
    Scenario: A custom API gets version 2 tokens on behalf of a person without agent claims
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Orders API" on behalf of "Bea"
      Then the token has exactly the claims:
        | aio | aud  | azp | azpacr             | exp | iat |
        | iss | name | nbf | oid                | rh  | scp |
        | sid | sub  | tid | uti                | ver | xms_ftd |
        |     |      |     | preferred_username |     |     |
      And the token says:
        | aud | the client id of Orders API     |
        | iss | the version 2 issuer of Contoso |
        | azp | the client id of Booking        |
        | oid | the id of Bea                   |
        | scp | Orders.Read                     |

    @mock
    Scenario: A custom API that asks for the agent claims gets those of an agent that acts for a person
      Given the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Ledger API" on behalf of "Bea"
      Then the token says:
        | idtyp           | user                       |
        | xms_act_fct     | the facets tenant 9 11     |
        | xms_sub_fct     | the facet tenant           |
        | xms_par_app_azp | the client id of Concierge |

    @mock
    Scenario: A custom API that asks for the agent claims gets those of an agent user
      Given the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When "Booking" asks for "Ledger API" as "Assistant"
      Then the token says:
        | idtyp           | user                       |
        | oid             | the id of Assistant        |
        | xms_sub_fct     | the facets tenant 13       |
        | xms_par_app_azp | the client id of Concierge |

    @mock
    Scenario: A custom API of version 1 gets version 1 tokens
      Given the resource "Orders API" takes version 1 tokens
      And the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Orders API" on behalf of "Bea"
      Then the token says:
        | aud   | the address of Orders API       |
        | iss   | the version 1 issuer of Contoso |
        | appid | the client id of Booking        |
        | ver   | 1.0                             |
        | upn   | matching ^bea@                  |
        | azp   | absent                          |
