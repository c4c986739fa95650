Feature: What all tokens of a sign-in have in common
  Two people sign in to a web application, to a program, to a page and to a device. Each token, first
  and renewed, names its own person and its own application, and nobody else.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:SIGNIN-TOKEN
  Rule: A token of a sign-in names the person, the application and the resource

    Scenario: Every Graph token of a sign-in names its own parties
      When people sign in in every way for Microsoft Graph
      Then each of them says:
        | aud             | the address of Microsoft Graph            |
        | iss             | a version 1 issuer of Contoso             |
        | appid           | the client id of its client               |
        | idtyp           | user                                      |
        | oid             | the id of its user                        |
        | scp             | the scopes openid profile email User.Read |
        | tid             | the tenant id of Contoso                  |
        | ver             | 1.0                                       |
        | amr             | with pwd                                  |
        | xms_act_fct     | the facets tenant 9                       |
        | xms_sub_fct     | the facet tenant                          |
        | xms_par_app_azp | absent                                    |
        | xms_cc          | absent                                    |
        | roles           | absent                                    |
        | nonce           | absent                                    |
      And the claim "appidacr" of each client is:
        | Intranet | 1 |
        | Desk     | 0 |
        | Kiosk    | 0 |

    Scenario: No token of a sign-in with a password alone names another factor
      Given people sign in with a password alone
      When people sign in in every way for Microsoft Graph
      Then each of them says:
        | amr | the roles pwd |

    Scenario: Every token of a sign-in for an API of the tenant names its own parties
      When people sign in in every way for "Concierge"
      Then each of them says:
        | aud | the client id of Concierge           |
        | iss | the version 2 issuer of its tenant   |
        | azp | the client id of its client          |
        | oid | the id of its user                   |
        | scp | access_agent                         |
        | tid | the tenant id of Contoso             |
        | ver | 2.0                                  |
      And the claim "azpacr" of each client is:
        | Intranet | 1 |
        | Desk     | 0 |

    Scenario: Every token of a sign-in holds for an hour or more
      When people sign in in every way for Microsoft Graph
      Then each of them says:
        | nbf | 300 seconds ago                    |
        | exp | 3900 to 5700 seconds after its nbf |
      And the answer with each of them says for how long it still holds

  @mock @rule:SIGNIN-ANSWER
  Rule: The answer to a sign-in holds a refresh token and an id_token where they were asked for

    Scenario: Every answer to a sign-in that asked for everything has everything and nothing else
      When people sign in in every way for Microsoft Graph
      Then the answer with each of them has exactly the members:
        | token_type     |
        | scope          |
        | expires_in     |
        | ext_expires_in |
        | access_token   |
        | refresh_token  |
        | id_token       |
        | client_info    |
      And the members of the answer with each of them have these types:
        | a text         | token_type scope access_token refresh_token id_token client_info |
        | a whole number | expires_in ext_expires_in                                        |
      And each of them names the scopes of its answer and no others
      And the client_info beside each of them names its user and its tenant
      And the answer with each of them has the headers:
        | cache-control | matching no-store |
        | pragma        | no-cache          |

    Scenario Outline: An answer to a sign-in that asked for <scope> has no more
      Given "Intranet" has signed "Bea" in with:
        | scope | <scope> |
      When "Intranet" redeems the code
      Then the answer says:
        | access_token  | present   |
        | refresh_token | <refresh> |
        | id_token      | <id>      |
        | client_info   | absent    |

      Examples: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
        | scope                    | refresh | id      |
        | User.Read                | absent  | absent  |
        | User.Read offline_access | present | absent  |
        | User.Read openid         | absent  | present |

  @mock @rule:CONSENT-DELEGATED
  Rule: A client gets a token for a user only with permissions that were consented to

    Scenario: An application redeems a code for more than the person consented to
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | scope | Mail.Read |
      Then the request is refused under rule "CONSENT-DELEGATED"
