Feature: The claims of T1
  T1 is a token that a blueprint holds in the name of one of its agent identities. Every claim
  but the subject describes the blueprint.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-T1
  Rule: T1 is a token of the blueprint

    @mock @live
    Scenario: T1 of every blueprint for every agent identity describes its blueprint
      When the clients of "Contoso" obtain every T1
      Then each of them says:
        | aud             | the application id of the token exchange |
        | azp             | the client id of its blueprint           |
        | idtyp           | app                                      |
        | ver             | 2.0                                      |
        | xms_ficinfo     | CAAQABgAIAAoAjAA                         |
        | xms_par_app_azp | absent                                   |

    @mock
    Scenario: T1 of every blueprint for every agent identity has exactly these claims
      When the clients of "Contoso" obtain every T1
      Then each of them has exactly the claims:
        | aio | aud         | azp         | azpacr  | exp       | iat         | idtyp |
        | iss | nbf         | oid         | rh      | sub       | tid         | uti   |
        | ver | xms_act_fct | xms_ficinfo | xms_ftd | xms_idrel | xms_sub_fct |       |

    @mock @live
    Scenario: T1 of every blueprint for every agent identity has at least these claims
      When the clients of "Contoso" obtain every T1
      Then each of them has at least the claims:
        | aio | aud         | azp         | azpacr  | exp       | iat         | idtyp |
        | iss | nbf         | oid         | rh      | sub       | tid         | uti   |
        | ver | xms_act_fct | xms_ficinfo | xms_ftd | xms_idrel | xms_sub_fct |       |

    @mock
    Scenario: The object of every T1 is the principal of its blueprint
      When the clients of "Contoso" obtain every T1
      Then each of them says:
        | oid | the object id of its client |

    @mock
    Scenario: T1 of a guest blueprint names its principal in the tenant of the agent identity
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When "Concierge" asks for T1 for "Outpost"
      Then the token says:
        | azp | the client id of Concierge             |
        | iss | the version 2 issuer of Fabrikam       |
        | oid | the object id of Concierge in Fabrikam |
        | tid | the tenant id of Fabrikam              |

    @mock
    Scenario: The opaque claims of T1 look like captured ones
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | rh      | matching ^1\.[\w-]{54}\.$ |
        | uti     | matching ^[\w-]{22}$      |
        | xms_ftd | matching ^[\w-]{43,}$     |

  @rule:TOKEN-T1-SUBJECT
  Rule: The subject of T1 names tenant, blueprint and agent identity

    @mock @live
    Scenario: The subject of every T1 names its tenant, its blueprint and its agent identity
      When the clients of "Contoso" obtain every T1
      Then each of them says:
        | sub | the agent subject of its agent identity |

    @mock
    Scenario: The subject of T1 of a guest blueprint names the tenant of the agent identity
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When "Concierge" asks for T1 for "Outpost"
      Then the token says:
        | sub | the agent subject of Outpost |
