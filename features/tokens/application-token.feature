Feature: The token of an ordinary application
  A tenant also has applications that are not agents. Their tokens contain nothing about agents.

  Background:
    Given the application "Intranet"

  @mock @rule:TOKEN-APPLICATION
  Rule: A token of an ordinary application holds no agent claims

    Scenario: A token of an ordinary application for an API has exactly these claims
      When "Intranet" asks for a token for "Orders API"
      Then the token has exactly the claims:
        | aio | aud | azp | azpacr | exp | iat | iss     | nbf |
        | oid | rh  | sub | tid    | uti | ver | xms_ftd |     |

    Scenario: A token of an ordinary application names the application and its principal
      When "Intranet" asks for a token for "Orders API"
      Then the token says:
        | azp | the client id of Intranet |
        | oid | the object id of Intranet |
        | sub | the object id of Intranet |

    Scenario: An ordinary application has no parent in a Graph token
      When "Intranet" asks for a token for "Microsoft Graph"
      Then the token says:
        | appid           | the client id of Intranet |
        | xms_act_fct     | the facets tenant 9       |
        | xms_sub_fct     | the facets tenant 9       |
        | xms_par_app_azp | absent                    |

    Scenario: An API that asks for the agent claims sees that an application is not an agent
      Given the resource "Orders API" asks for the agent claims
      When "Intranet" asks for a token for "Orders API"
      Then the token says:
        | idtyp           | app                 |
        | xms_act_fct     | the facets tenant 9 |
        | xms_par_app_azp | absent              |
