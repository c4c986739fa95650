Feature: The form of tokens about users
  Whoever reads a token about a user relies on its tenant, its times, its types and its signature as in
  every other token.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:TOKEN-TENANT
  Rule: Every token names the tenant that issued it

    Scenario: Every Graph token about a user names the tenant
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them says:
        | tid | the tenant id of its tenant         |
        | iss | the version 1 issuer of its tenant  |

  @rule:TOKEN-LIFETIME
  Rule: A token is valid for an hour and starts five minutes early

    @mock @live
    Scenario: Every Graph token about a user starts when it is issued
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them says:
        | iat | the same as its nbf |

    @mock
    Scenario: Every token about a user starts early
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user
      Then each of them says:
        | nbf | 300 seconds ago     |
        | iat | the same as its nbf |

  @mock @live @rule:TOKEN-FACETS
  Rule: A facet claim is a set of numbers, with an even decoy beside a single one

    Scenario: The facets of every Graph token about a user have their decoys
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them says:
        | xms_act_fct | matching ^\d+( \d+){2,}$ |
        | xms_sub_fct | matching ^\d+( \d+)+$    |
        | xms_idrel   | matching ^\d+( \d+)+$    |
        | xms_tnt_fct | matching ^\d+( \d+)+$    |

  @rule:TOKEN-TYPES
  Rule: Every claim has a type of its own in every token

    @mock @live
    Scenario: The claims of every Graph token about a user have the documented types
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the claims of each of them have these types:
        | a whole number            | acct exp iat nbf xms_tcdt                           |
        | a GUID                    | appid oid sid tid xms_par_app_azp                   |
        | a list of different texts | acrs amr wids                                       |
        | a text                    | acr aio app_displayname appidacr aud idtyp ipaddr   |
        | a text                    | iss name platf puid rh scp sub tenant_region_scope  |
        | a text                    | unique_name upn uti ver xms_act_fct xms_ftd         |
        | a text                    | xms_idrel xms_sub_fct xms_tnt_fct                   |

    @mock
    Scenario: The claims of every token about a user for an API have the documented types
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user for an API
      Then the claims of each of them have these types:
        | a whole number | exp iat nbf                                     |
        | a GUID         | aud azp oid sid tid xms_par_app_azp             |
        | a text         | aio azpacr iss name preferred_username rh scp   |
        | a text         | sub uti ver xms_act_fct xms_ftd xms_idrel       |
        | a text         | xms_sub_fct xms_tnt_fct                         |

  @mock @rule:TOKEN-SIGNATURE
  Rule: A token is signed with a published key

    Scenario: Every token about a user verifies with a key that the tenant publishes
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user
      Then each of them is signed with a key that the version 2 document of "Contoso" names
