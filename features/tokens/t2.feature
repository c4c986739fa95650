Feature: The token of an agent identity for the token exchange
  An agent identity that redeems T1 for the token exchange gets T2. T2 stands for the agent
  identity itself, while T1 stands for its blueprint.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:TOKEN-T2
  Rule: A token exchange token of an agent identity names the agent identity

    Scenario: T2 names the agent identity as client, object and subject
      When "Booking" asks for a token for the token exchange
      Then the token says:
        | aud    | the application id of the token exchange |
        | iss    | the version 2 issuer of Contoso          |
        | azp    | the client id of Booking                 |
        | azpacr | 2                                        |
        | oid    | the object id of Booking                 |
        | sub    | the object id of Booking                 |
        | tid    | the tenant id of Contoso                 |
        | idtyp  | app                                      |
        | ver    | 2.0                                      |

    Scenario: T2 of a second agent identity names the second one
      When "Billing" asks for a token for the token exchange
      Then the token says:
        | azp | the client id of Billing |
        | oid | the object id of Billing |
        | sub | the object id of Billing |

    Scenario: T2 contains the claims of an agent identity
      When "Booking" asks for a token for the token exchange
      Then the token says:
        | xms_act_fct     | the facets tenant 9 11     |
        | xms_sub_fct     | the facets tenant 9 11     |
        | xms_idrel       | the facet 7                |
        | xms_par_app_azp | the client id of Concierge |

    Scenario: T2 has exactly these claims
      When "Booking" asks for a token for the token exchange
      Then the token has exactly the claims:
        | aio | aud         | azp         | azpacr  | exp       | iat         | idtyp           |
        | iss | nbf         | oid         | rh      | sub       | tid         | uti             |
        | ver | xms_act_fct | xms_ficinfo | xms_ftd | xms_idrel | xms_sub_fct | xms_par_app_azp |

    Scenario: T2 carries the mark of a federated identity credential for an agent identity
      When "Booking" asks for a token for the token exchange
      Then the token says:
        | xms_ficinfo | CAAQABgAIAAoAzAAOAE |
