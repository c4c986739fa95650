Feature: Certificates of a blueprint
  The first certificate is written into the blueprint. Whoever has one can add and remove
  others with a proof that it holds the key.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:KEY-WORKS
  Rule: A blueprint can use an added certificate until it is removed

    Scenario: A given certificate proves the blueprint
      Given the administrator has given the blueprint "Concierge" a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A certificate that was taken away proves nobody
      Given the administrator has given the blueprint "Concierge" a certificate
      And the administrator has taken all certificates from the blueprint "Concierge"
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-KNOWN"

  @mock @rule:KEY-ROTATION
  Rule: A key can be added beside another, and each can be removed alone

    Scenario: An added certificate stands beside the first
      Given the administrator has given the blueprint "Concierge" a certificate
      And the administrator has added a second certificate to the blueprint "Concierge" with a proof by its own
      When the administrator reads the blueprint "Concierge"
      Then the answer says:
        | keyCredentials.length  | 2                  |
        | keyCredentials.1.type  | AsymmetricX509Cert |
        | keyCredentials.1.usage | Verify             |
        | keyCredentials.1.key   | null               |

    Scenario: After rotation the first certificate proves nobody
      Given the administrator has given the blueprint "Concierge" a certificate
      And the administrator has added a second certificate to the blueprint "Concierge" with a proof by its own
      And the administrator has removed the first certificate of the blueprint "Concierge" with a proof by it
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-KNOWN"

  @mock @rule:KEY-PROOF
  Rule: Adding or removing a key needs a proof signed by a valid certificate of the application

    Scenario: The first certificate proves that a second may be added
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator adds a second certificate to the blueprint "Concierge" with a proof by its own
      Then the directory accepts it

    Scenario: A certificate does not prove itself
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator adds a second certificate to the blueprint "Concierge" with a proof by the second
      Then the request is refused under rule "KEY-PROOF"

    Scenario: Without a certificate nothing can be proven
      When the administrator adds a second certificate to the blueprint "Concierge" with a proof by its own
      Then the request is refused under rule "KEY-PROOF"

  @mock @rule:KEY-CERTIFICATE
  Rule: The key of a blueprint is an X.509 certificate for verification

    Scenario: A certificate is a key
      When the administrator gives the blueprint "Concierge" a certificate
      Then the directory accepts it

    Scenario: Bytes that are no certificate are no key
      When the administrator gives the blueprint "Concierge" a key that is no certificate
      Then the request is refused under rule "KEY-CERTIFICATE"

  @mock @rule:KEY-KNOWN
  Rule: A removed key belongs to the application

    Scenario: A certificate that is there is removed
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator removes the first certificate of the blueprint "Concierge" with a proof by it
      Then the directory accepts it

    Scenario: A certificate that is not there is not removed
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator removes a certificate of the blueprint "Concierge" that it never had
      Then the request is refused under rule "KEY-KNOWN"
