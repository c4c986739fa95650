Feature: Obtaining T1
  A blueprint asks for T1 in the name of one of its agent identities.
  With T1 that agent identity, and no other, can prove itself.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:TOKEN-T1-SUBJECT
  Rule: The subject of T1 names tenant, blueprint and agent identity

    Scenario: The subject of T1 names the agent identity it is for
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"
      And the token says:
        | sub | the agent subject of Booking |

    Scenario: The subject of a second T1 names the second agent identity
      When "Concierge" asks for T1 for "Billing"
      Then the token says:
        | sub | the agent subject of Billing |

  @mock @live @rule:TOKEN-T1
  Rule: T1 is a token of the blueprint

    Scenario: T1 has the audience, the issuer and the client of a token of the blueprint
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | aud   | the application id of the token exchange |
        | iss   | the version 2 issuer of Contoso          |
        | azp   | the client id of Concierge               |
        | tid   | the tenant id of Contoso                 |
        | idtyp | app                                      |
        | ver   | 2.0                                      |

    Scenario: T1 contains no claim of an agent identity
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | xms_act_fct     | the facets tenant 9 |
        | xms_sub_fct     | the facets tenant 9 |
        | xms_idrel       | the facet 7         |
        | xms_par_app_azp | absent              |
        | roles           | absent              |

  @rule:FMI-OWN-AGENT
  Rule: A blueprint gets T1 only for its own agent identities

    @mock @live
    Scenario: Each blueprint gets T1 for its own agent identity
      When "Courier" asks for T1 for "Parcel"
      Then T1 for "Parcel" is issued to "Courier"

    @mock @live
    Scenario: A blueprint gets no T1 for the agent identity of another blueprint
      When "Courier" asks for T1 for "Booking"
      Then the request is refused under rule "FMI-OWN-AGENT"

  @rule:FMI-KNOWN
  Rule: A blueprint gets T1 only for an agent identity of the tenant

    @mock @live
    Scenario: A blueprint gets T1 for an agent identity that the tenant knows
      When "Concierge" asks for T1 for "Billing"
      Then T1 for "Billing" is issued to "Concierge"

    @mock
    Scenario: A blueprint that names itself gets T1
      When "Concierge" asks for T1 with the fmi_path "{Concierge}"
      Then the token says:
        | azp   | the client id of Concierge |
        | idtyp | app                        |

    @mock @live
    Scenario Outline: A blueprint gets no T1 for <unknown agent>
      When "Concierge" asks for T1 with the fmi_path "<path>"
      Then the request is refused under rule "FMI-KNOWN"

      Examples: inferred: no capture shows whether Entra looks up the path
        | unknown agent             | path           |
        | an unknown id             | {nobody}       |
        | a path that is not a GUID | agents/booking |
        | an id after a slash       | /{Booking}     |
        | an id before a slash      | {Booking}/     |

  @mock @live @rule:FMI-EMPTY
  Rule: An fmi_path is not empty

    Scenario: A blueprint gets T1 with an fmi_path that names an agent identity
      When "Concierge" asks for T1 with the fmi_path "{Booking}"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint gets no T1 with an empty fmi_path
      When "Concierge" asks for T1 with the fmi_path ""
      Then the request is refused under rule "FMI-EMPTY"

  @rule:FMI-BLUEPRINT
  Rule: Only a blueprint sends an fmi_path

    @mock @live
    Scenario: A blueprint can send an fmi_path
      When "Concierge" asks for T1 with the fmi_path "{Billing}"
      Then T1 for "Billing" is issued to "Concierge"

    @mock @live
    Scenario: An agent identity cannot send an fmi_path
      When "Booking" asks for T1 for "Billing"
      Then the request is refused under rule "FMI-BLUEPRINT"

    @mock
    Scenario: An ordinary application cannot send an fmi_path
      When "Intranet" asks for T1 for "Booking"
      Then the request is refused under rule "FMI-BLUEPRINT"
