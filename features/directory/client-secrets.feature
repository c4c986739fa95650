Feature: Client secrets of a blueprint
  A blueprint can have several client secrets, so that one replaces another without downtime.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:PASSWORD-SHOWN
  Rule: A new client secret is shown once and is valid for two years

    Scenario: The answer to an added client secret contains it
      When the administrator adds a client secret to the blueprint "Concierge"
      Then the answer says:
        | secretText | matching ^.{16,64}$      |
        | keyId      | matching ^[0-9a-f-]{36}$ |
      And its "endDateTime" is two years after its "startDateTime"

    Scenario: The blueprint does not show an added client secret again
      Given the administrator has added a client secret to the blueprint "Concierge"
      When the administrator reads the blueprint "Concierge"
      Then the answer says:
        | passwordCredentials.length       | 2    |
        | passwordCredentials.1.secretText | null |

    Scenario: The blueprint lists an added client secret as it was answered, but for its text
      When the administrator adds a client secret to the blueprint "Concierge"
      Then the client secrets of the blueprint "Concierge" include it without its text

    Scenario: A caller chooses the name and the end of a client secret
      When the administrator adds a client secret to the blueprint "Concierge" with:
        | displayName   | Until spring         |
        | startDateTime | 2029-01-01T00:00:00Z |
        | endDateTime   | 2030-03-01T00:00:00Z |
      Then the answer says:
        | displayName   | Until spring            |
        | startDateTime | matching ^2029-01-01T00 |
        | endDateTime   | matching ^2030-03-01T00 |
      And the client secrets of the blueprint "Concierge" include it without its text

  @mock @rule:PASSWORD-WORKS
  Rule: A blueprint can use an added client secret until it is removed

    Scenario: A blueprint proves itself with an added client secret
      Given the administrator has added a client secret to the blueprint "Concierge"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint still proves itself with its earlier client secret
      Given the administrator has added a client secret to the blueprint "Concierge"
      And "Concierge" presents its client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot prove itself with a removed client secret
      Given the administrator has added a client secret to the blueprint "Concierge"
      And the administrator has removed the last client secret of the blueprint "Concierge"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET"

    Scenario: Rotation removes the first client secret and keeps the new one
      Given the administrator has added a client secret to the blueprint "Concierge"
      And the administrator has removed the first client secret of the blueprint "Concierge"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot prove itself with its first client secret after rotation
      Given the administrator has added a client secret to the blueprint "Concierge"
      And the administrator has removed the first client secret of the blueprint "Concierge"
      And "Concierge" presents its client secret
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET"

  @mock @rule:PASSWORD-KNOWN
  Rule: A removed password belongs to the application

    Scenario: A caller removes a client secret of the blueprint
      When the administrator removes the first client secret of the blueprint "Concierge"
      Then the directory accepts it

    Scenario: A caller cannot remove a client secret that the blueprint never had
      When the administrator removes a client secret from the blueprint "Concierge" that it never had
      Then the request is refused under rule "PASSWORD-KNOWN"
