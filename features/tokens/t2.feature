Feature: The token of an agent identity for the token exchange
  An agent identity that redeems T1 for the token exchange gets T2. T2 stands for the agent
  identity itself, while T1 stands for its blueprint.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-T2
  Rule: A token exchange token of an agent identity names the agent identity

    @mock @live
    Scenario: T2 of every agent identity names it as client, object and subject
      When the clients of "Contoso" obtain every T2
      Then each of them says:
        | aud    | the application id of the token exchange |
        | iss    | the version 2 issuer of its tenant       |
        | azp    | the client id of its agent identity      |
        | azpacr | 2                                        |
        | oid    | the client id of its agent identity      |
        | sub    | the client id of its agent identity      |
        | tid    | the tenant id of its tenant              |
        | idtyp  | app                                      |
        | ver    | 2.0                                      |

    @mock @live
    Scenario: T2 of every agent identity contains the claims of an agent identity
      When the clients of "Contoso" obtain every T2
      Then each of them says:
        | xms_act_fct     | the facets tenant 9 11         |
        | xms_sub_fct     | the facets tenant 9 11         |
        | xms_idrel       | the facet 7                    |
        | xms_par_app_azp | the client id of its blueprint |

    @mock
    Scenario: T2 of every agent identity has exactly these claims
      When the clients of "Contoso" obtain every T2
      Then each of them has exactly the claims:
        | aio | aud         | azp         | azpacr  | exp       | iat         | idtyp           |
        | iss | nbf         | oid         | rh      | sub       | tid         | uti             |
        | ver | xms_act_fct | xms_ficinfo | xms_ftd | xms_idrel | xms_sub_fct | xms_par_app_azp |

    @mock @live
    Scenario: T2 of every agent identity has at least these claims
      When the clients of "Contoso" obtain every T2
      Then each of them has at least the claims:
        | aio | aud         | azp         | azpacr  | exp       | iat         | idtyp           |
        | iss | nbf         | oid         | rh      | sub       | tid         | uti             |
        | ver | xms_act_fct | xms_ficinfo | xms_ftd | xms_idrel | xms_sub_fct | xms_par_app_azp |

    @mock @live
    Scenario: T2 of every agent identity carries the mark of its federated identity credential
      When the clients of "Contoso" obtain every T2
      Then each of them says:
        | xms_ficinfo | CAAQABgAIAAoAzAAOAE |
