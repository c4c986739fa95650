Feature: Certificates of a blueprint
  A caller writes the first certificate into the blueprint. A proof with the key of that
  certificate adds and removes others.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:KEY-WORKS
  Rule: A blueprint can use an added certificate until it is removed

    Scenario: A blueprint proves itself with an added certificate
      Given the administrator has given the blueprint "Concierge" a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot prove itself with a removed certificate
      Given the administrator has given the blueprint "Concierge" a certificate
      And the administrator has removed all certificates from the blueprint "Concierge"
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-KNOWN"

    Scenario: The blueprint shows an added certificate by its thumbprint, without its key
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator reads the blueprint "Concierge"
      Then the answer shows the thumbprint of the certificate
      And the answer says:
        | keyCredentials.0.type  | AsymmetricX509Cert |
        | keyCredentials.0.usage | Verify             |
        | keyCredentials.0.key   | null               |

  @mock @rule:KEY-ROTATION
  Rule: A key can be added beside another, and each can be removed alone

    Scenario: A blueprint keeps its first certificate beside an added one
      Given the administrator has given the blueprint "Concierge" a certificate
      And the administrator has added a second certificate to the blueprint "Concierge" with a proof by the first
      When the administrator reads the blueprint "Concierge"
      Then the answer says:
        | keyCredentials.length  | 2                  |
        | keyCredentials.1.type  | AsymmetricX509Cert |
        | keyCredentials.1.usage | Verify             |
        | keyCredentials.1.key   | null               |

    Scenario: A blueprint cannot prove itself with its first certificate after rotation
      Given the administrator has given the blueprint "Concierge" a certificate
      And the administrator has added a second certificate to the blueprint "Concierge" with a proof by the first
      And the administrator has removed the first certificate of the blueprint "Concierge" with a proof by it
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-KNOWN"

  @mock @rule:KEY-PROOF
  Rule: Adding or removing a key needs a proof signed by a valid certificate of the application

    Scenario: A caller adds a second certificate with a proof by the first
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator adds a second certificate to the blueprint "Concierge" with a proof by the first
      Then the directory accepts it

    Scenario: A caller cannot add a certificate with a proof by itself
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator adds a second certificate to the blueprint "Concierge" with a proof by the second
      Then the request is refused under rule "KEY-PROOF"

    Scenario: A caller cannot add a certificate with a proof by an unregistered one
      When the administrator adds a second certificate to the blueprint "Concierge" with a proof by the first
      Then the request is refused under rule "KEY-PROOF"

  @mock @rule:KEY-CERTIFICATE
  Rule: The key of a blueprint is an X.509 certificate for verification

    Scenario: A caller adds a certificate as a key
      When the administrator gives the blueprint "Concierge" a certificate
      Then the directory accepts it

    Scenario: A caller cannot add bytes that are not a certificate as a key
      When the administrator gives the blueprint "Concierge" a key that is not a certificate
      Then the request is refused under rule "KEY-CERTIFICATE"

  @mock @rule:KEY-KNOWN
  Rule: A removed key belongs to the application

    Scenario: A caller removes a certificate of the blueprint
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator removes the first certificate of the blueprint "Concierge" with a proof by it
      Then the directory accepts it

    Scenario: A caller cannot remove a certificate that the blueprint never had
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator removes a certificate of the blueprint "Concierge" that it never had
      Then the request is refused under rule "KEY-KNOWN"
