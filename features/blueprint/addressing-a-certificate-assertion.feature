Feature: Addressing a certificate assertion
  An assertion is for one tenant, by the exact address where it is sent. An address that only looks
  like it may belong to somebody else.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Concierge" has a certificate

  @rule:CERT-AUDIENCE
  Rule: The audience of a certificate assertion is the token endpoint of the tenant

    @mock @live
    Scenario: A blueprint gets T1 with an assertion for the exact address
      Given "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    @mock @live
    Scenario Outline: A blueprint cannot use an assertion <another spelling>
      Given "Concierge" presents a certificate assertion <another spelling>
      When "Concierge" asks for T1 for "Booking"
      Then the proof is refused, by the mock under rule "CERT-AUDIENCE"

      Examples: RFC 7523 section 3, point 3, compares audiences as strings
        | another spelling              |
        | for its audience with a slash |

    @mock
    Scenario Outline: A blueprint cannot use an assertion <another name> instead
      Given "Concierge" presents a certificate assertion <another name>
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-AUDIENCE"

      Examples: learn.microsoft.com/entra/identity-platform/certificate-credentials has one address alone
        | another name                   |
        | for the host of its audience   |
        | for the issuer of its audience |
