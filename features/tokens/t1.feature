Feature: The claims of T1
  T1 is a token that a blueprint holds in the name of one of its agent identities. Every claim
  but the subject describes the blueprint.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-T1
  Rule: T1 is a token of the blueprint

    @mock @live
    Scenario: T1 has exactly these claims
      When "Concierge" asks for T1 for "Booking"
      Then the token has exactly the claims:
        | aio | aud         | azp         | azpacr  | exp       | iat         | idtyp |
        | iss | nbf         | oid         | rh      | sub       | tid         | uti   |
        | ver | xms_act_fct | xms_ficinfo | xms_ftd | xms_idrel | xms_sub_fct |       |

    @mock @live
    Scenario: T1 carries the mark of a federated identity credential for a blueprint
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | xms_ficinfo | CAAQABgAIAAoAjAA |

    @mock
    Scenario: The object of T1 is the principal of the blueprint
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | oid | the object id of Concierge |

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

  @mock @rule:TOKEN-T1-SUBJECT
  Rule: The subject of T1 names tenant, blueprint and agent identity

    Scenario: The subject of T1 of a guest blueprint names the tenant of the agent identity
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When "Concierge" asks for T1 for "Outpost"
      Then the token says:
        | sub | the agent subject of Outpost |

    Scenario: The subject of T1 of a second blueprint names that blueprint
      When "Courier" asks for T1 for "Parcel"
      Then the token says:
        | sub | the agent subject of Parcel |
