Feature: Tampering with an assertion of a blueprint
  Whoever sees an assertion of a blueprint can write another from it. The copy is worth nothing
  without the key of the blueprint or of the issuer that it trusts.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:CERT-SIGNATURE
  Rule: A certificate assertion has a valid signature

    Scenario: A blueprint gets T1 with an assertion that nobody changed
      Given "Concierge" has and presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: A blueprint cannot use a certificate assertion <changed>
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion <changed>
      When "Concierge" asks for T1 for "Booking"
      Then the proof is refused, by the mock under rule "CERT-SIGNATURE"

      Examples: RFC 7515 section 5.2, RFC 8725 section 2.1
        | changed                                        |
        | that names another algorithm                   |
        | that lives a day longer                        |
        | that claims a role                             |
        | with an empty signature                        |
        | with half a signature                          |
        | with a changed signature                       |
        | signed with a certificate that it brings along |

  @mock @live @rule:FIC-SIGNATURE
  Rule: A federated token has a valid signature

    Scenario: A blueprint gets T1 with a federated token that nobody changed
      Given "Concierge" has and presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: A blueprint cannot use a federated token <changed>
      Given "Concierge" trusts an external issuer
      And "Concierge" presents a federated token <changed>
      When "Concierge" asks for T1 for "Booking"
      Then the proof is refused, by the mock under rule "FIC-SIGNATURE"

      Examples: RFC 7515 section 5.2, RFC 8725 section 2.1
        | changed                  |
        | that lives a day longer  |
        | that claims a role       |
        | with an empty signature  |
        | with half a signature    |
        | with a changed signature |

    Scenario Outline: A blueprint cannot use a managed identity token <changed>
      Given "Concierge" trusts "concierge-host"
      And "Concierge" presents a managed identity token <changed>
      When "Concierge" asks for T1 for "Booking"
      Then the proof is refused, by the mock under rule "FIC-SIGNATURE"

      Examples: RFC 7515 section 5.2, RFC 8725 section 2.1
        | changed                  |
        | that lives a day longer  |
        | with an empty signature  |
        | with a changed signature |

  @mock @live @rule:ASSERT-JWT
  Rule: A client assertion is a signed JWT

    Scenario: A blueprint gets its own token with the three parts of an assertion
      Given "Concierge" has and presents a certificate assertion
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario Outline: A blueprint cannot use a certificate assertion that came <apart>
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion <apart>
      When "Concierge" asks for T1 for "Booking"
      Then the proof is refused, by the mock under rule "ASSERT-JWT"

      Examples: RFC 7515 sections 2 and 5.2
        | apart                   |
        | without its last part   |
        | with a fourth part      |
        | with padded parts       |
        | with a line break in it |
