Feature: What renewed tokens about users have in common
  A token that was got by refresh token is as good as the first: about the same user, for the same client
  and with the same permissions.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-REFRESH
  Rule: A refresh token brings the same client new tokens about the same user

    @mock @live
    Scenario: Every renewed Graph token names its own parties
      When the agents of "Contoso" obtain every renewed token for Microsoft Graph
      Then each of them says:
        | aud             | the address of Microsoft Graph      |
        | appid           | the client id of its agent identity |
        | appidacr        | 2                                   |
        | oid             | the id of its user                  |
        | idtyp           | user                                |
        | xms_act_fct     | the facets tenant 9 11              |
        | xms_par_app_azp | the client id of its blueprint      |
        | roles           | absent                              |

    @mock @live
    Scenario: Every renewed Graph token names its own parties when all are requested at the same time
      When the agents of "Contoso" obtain every renewed token for Microsoft Graph at the same time
      Then each of them says:
        | appid | the client id of its agent identity |
        | oid   | the id of its user                  |

    @mock @live
    Scenario: A renewed Graph token names the scopes of the first
      Given the agents of "Contoso" have obtained every token on behalf of a person for Microsoft Graph
      And the agents of "Contoso" have obtained every token of an agent user for Microsoft Graph
      When the agents of "Contoso" obtain every renewed token for Microsoft Graph
      Then each of them names the scopes of the other about its user

    @mock
    Scenario: A renewed Graph token has exactly the claims of the first
      When the agents of "Contoso" obtain every renewed token for Microsoft Graph
      Then each of them has exactly the claims:
        | acct        | acr         | acrs            | aio    | amr?            | app_displayname     |
        | appid       | appidacr    | aud             | exp    | iat             | idtyp               |
        | ipaddr      | iss         | name            | nbf    | oid             | platf               |
        | puid        | rh          | scp             | sid    | sub             | tenant_region_scope |
        | tid         | unique_name | upn             | uti    | ver             | wids                |
        | xms_act_fct | xms_ftd     | xms_idrel       | xms_st | xms_sub_fct     | xms_tcdt            |
        | xms_tnt_fct |             | xms_par_app_azp |        |                 |                     |

  @mock @live @rule:TOKEN-UNIQUE
  Rule: No two tokens have the same id

    Scenario: Tokens about users, each requested twice, have different ids
      Given the agents of "Contoso" have obtained every token about a user for Microsoft Graph
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then no two of them have the same "uti"
