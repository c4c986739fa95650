Feature: Tokens about users for APIs
  An API of the organisation learns of an agent and its user what it asks for, in version 2.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-USER-API
  Rule: A custom API learns of the agent of a user only what it asks for

    @mock
    Scenario Outline: For APIs <tokens> names its own parties in version 2
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain <tokens>
      Then each of them says:
        | aud    | the client id of its resource       |
        | iss    | the version 2 issuer of its tenant  |
        | ver    | 2.0                                 |
        | azp    | the client id of its agent identity |
        | azpacr | 2                                   |
        | oid    | the id of its user                  |
        | roles  | absent                              |
        | appid  | absent                              |
        | upn    | absent                              |

      Examples: captured without agent claims by users of Microsoft.Identity.Web
        | tokens                                         |
        | every token on behalf of a person for an API   |
        | every token of an agent user for an API        |
        | every renewed token for an API                 |

    @mock
    Scenario Outline: A custom API that asks for nothing gets no agent claim of <whom>
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      When "Booking" asks for "Orders API" <for whom>
      Then the token has exactly the claims:
        | aio | aud  | azp | azpacr             | exp | iat     |
        | iss | name | nbf | oid                | rh  | scp     |
        | sid | sub  | tid | uti                | ver | xms_ftd |
        |     |      |     | preferred_username |     |         |

      Examples: github.com/AzureAD/microsoft-identity-web/issues/3882 and 3938
        | whom          | for whom              |
        | a person      | on behalf of "Bea"    |
        | an agent user | as "Assistant"        |

    @mock
    Scenario Outline: A custom API that asks learns the same of <whom> as Microsoft Graph
      Given the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When "Booking" asks for "Ledger API" <for whom>
      Then the token says:
        | idtyp           | user                       |
        | xms_act_fct     | the facets tenant 9 11     |
        | xms_sub_fct     | <facets>                   |
        | xms_idrel       | the facet 1                |
        | xms_tnt_fct     | the facet tenant           |
        | xms_par_app_azp | the client id of Concierge |

      Examples: github.com/AzureAD/microsoft-identity-web/issues/3882 and 3938
        | whom          | for whom              | facets               |
        | a person      | on behalf of "Bea"    | the facet tenant     |
        | an agent user | as "Assistant"        | the facets tenant 13 |
