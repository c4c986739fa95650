Feature: The token of a blueprint
  A blueprint creates and manages its agent identities through Microsoft Graph, in its own
  name.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-BLUEPRINT
  Rule: A Graph token of a blueprint names the blueprint and its principal

    @mock @live
    Scenario: The blueprint is the client of its token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | aud   | the address of Microsoft Graph  |
        | iss   | the version 1 issuer of Contoso |
        | idp   | the version 1 issuer of Contoso |
        | appid | the client id of Concierge      |
        | tid   | the tenant id of Contoso        |
        | idtyp | app                             |
        | ver   | 1.0                             |

    @mock
    Scenario: The principal of the blueprint is the object and the subject of its token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | oid             | the object id of Concierge |
        | sub             | the object id of Concierge |
        | app_displayname | Concierge                  |

    @mock
    Scenario: The token of a guest blueprint names its principal in the requested tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When "Concierge" asks "Fabrikam" for a token for "Microsoft Graph"
      Then the token says:
        | appid | the client id of Concierge             |
        | oid   | the object id of Concierge in Fabrikam |
        | sub   | the object id of Concierge in Fabrikam |
        | tid   | the tenant id of Fabrikam              |

    @mock @live
    Scenario: A token of a blueprint is not marked as one of an agent identity
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | xms_act_fct     | the facets tenant 9 |
        | xms_sub_fct     | the facets tenant 9 |
        | xms_idrel       | the facet 7         |
        | xms_tnt_fct     | the facet tenant    |
        | xms_par_app_azp | absent              |

    @mock
    Scenario: A Graph token of a blueprint has exactly these claims
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token has exactly the claims:
        | aio      | app_displayname     | appid       | appidacr  | aud    | exp         |
        | iat      | idp                 | idtyp       | iss       | nbf    | oid         |
        | rh       | roles               | sub         | tid       | uti    | ver         |
        | wids     | xms_acd             | xms_act_fct | xms_ftd   | xms_rd | xms_sub_fct |
        | xms_tcdt | tenant_region_scope | xms_tnt_fct | xms_idrel |        |             |

  @mock @rule:TOKEN-ROLES
  Rule: A token names only roles that were granted

    Scenario: A blueprint can create its agent identities without a grant
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | roles | the roles AgentIdentity.CreateAsManager |

    Scenario: The token of a blueprint with another role of Graph names both
      Given "Concierge" was granted the role "User.Read.All" of "Microsoft Graph"
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | roles | the roles AgentIdentity.CreateAsManager, User.Read.All |
