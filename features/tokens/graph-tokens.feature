Feature: Tokens of all clients for Microsoft Graph
  Microsoft Graph learns from a token which client acts. Of an agent identity it also learns the
  blueprint.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-AGENT
  Rule: A Graph token of an agent identity names the agent identity and its blueprint

    @mock @live
    Scenario: The Graph token of every agent identity names it as client, object and subject
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them says:
        | aud             | the address of Microsoft Graph      |
        | iss             | the version 1 issuer of its tenant  |
        | idp             | the version 1 issuer of its tenant  |
        | appid           | the client id of its agent identity |
        | appidacr        | 2                                   |
        | oid             | the client id of its agent identity |
        | sub             | the client id of its agent identity |
        | tid             | the tenant id of its tenant         |
        | idtyp           | app                                 |
        | ver             | 1.0                                 |
        | xms_par_app_azp | the client id of its blueprint      |

    @mock @live
    Scenario: The Graph token of every agent identity has at least these claims
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them has at least the claims:
        | aio    | app_displayname | appid       | appidacr    | aud             | exp                 |
        | iat    | idp             | idtyp       | iss         | nbf             | oid                 |
        | rh     | sub             | tid         | uti         | ver             | wids                |
        | xms_rd | xms_act_fct     | xms_sub_fct | xms_ftd     | xms_par_app_azp | tenant_region_scope |
        |        | xms_tcdt        | xms_tnt_fct | xms_idrel   |                 |                     |

    @mock
    Scenario: The Graph token of every agent identity has no other claims, but roles if it has some
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them has exactly the claims:
        | aio    | app_displayname | appid       | appidacr  | aud             | exp                 |
        | iat    | idp             | idtyp       | iss       | nbf             | oid                 |
        | rh     | sub             | tid         | uti       | ver             | wids                |
        | roles? | xms_act_fct     | xms_sub_fct | xms_ftd   | xms_par_app_azp | tenant_region_scope |
        | xms_rd | xms_tcdt        | xms_tnt_fct | xms_idrel |                 |                     |

    @mock
    Scenario: The Graph token of every agent identity names it as the directory does
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them says:
        | app_displayname     | its client                                     |
        | tenant_region_scope | NA                                             |
        | wids                | the roles 0997a1d0-0d1d-4acb-b408-d5ca73121e90 |

  @mock @live @rule:TOKEN-FACETS
  Rule: A facet claim is a set of numbers, with an even decoy beside a single one

    Scenario: The facets of every agent identity are those of an agent
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them says:
        | xms_act_fct | the facets tenant 9 11 |
        | xms_sub_fct | the facets tenant 9 11 |
        | xms_idrel   | the facet 7            |
        | xms_tnt_fct | the facet tenant       |

    Scenario: The facets of every T1 are those of a principal
      When the clients of "Contoso" obtain every T1
      Then each of them says:
        | xms_act_fct | the facets tenant 9 |
        | xms_sub_fct | the facets tenant 9 |
        | xms_idrel   | the facet 7         |

    Scenario: The facets of every T2 are those of an agent
      When the clients of "Contoso" obtain every T2
      Then each of them says:
        | xms_act_fct | the facets tenant 9 11 |
        | xms_sub_fct | the facets tenant 9 11 |
        | xms_idrel   | the facet 7            |

  @rule:TOKEN-BLUEPRINT
  Rule: A Graph token of a blueprint names the blueprint and its principal

    @mock @live
    Scenario: The Graph token of every blueprint names the blueprint and no parent
      When the clients of "Contoso" obtain every token of a blueprint
      Then each of them says:
        | aud             | the address of Microsoft Graph     |
        | iss             | the version 1 issuer of its tenant |
        | idp             | the version 1 issuer of its tenant |
        | appid           | the client id of its blueprint     |
        | sub             | the same as its oid                |
        | tid             | the tenant id of its tenant        |
        | idtyp           | app                                |
        | ver             | 1.0                                |
        | xms_act_fct     | the facets tenant 9                |
        | xms_sub_fct     | the facets tenant 9                |
        | xms_idrel       | the facet 7                        |
        | xms_tnt_fct     | the facet tenant                   |
        | xms_par_app_azp | absent                             |
        | xms_ficinfo     | absent                             |

    @mock
    Scenario: The Graph token of every blueprint names its principal and nothing unknown
      When the clients of "Contoso" obtain every token of a blueprint
      Then each of them says:
        | oid                 | the object id of its client                    |
        | app_displayname     | its client                                     |
        | tenant_region_scope | NA                                             |
        | wids                | the roles 0997a1d0-0d1d-4acb-b408-d5ca73121e90 |
