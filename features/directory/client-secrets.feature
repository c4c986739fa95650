Feature: Client secrets of a blueprint
  A blueprint may have several client secrets, so that one takes the place of another while
  nobody waits.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:PASSWORD-SHOWN
  Rule: A new client secret is shown once and is valid for two years

    Scenario: An added client secret is in the answer
      When the administrator adds a client secret to the blueprint "Concierge"
      Then the answer says:
        | secretText | matching ^.{16,64}$      |
        | keyId      | matching ^[0-9a-f-]{36}$ |
      And its "endDateTime" is two years after its "startDateTime"

    Scenario: An added client secret is shown nowhere else
      Given the administrator has added a client secret to the blueprint "Concierge"
      When the administrator reads the blueprint "Concierge"
      Then the answer says:
        | passwordCredentials.length       | 2    |
        | passwordCredentials.1.secretText | null |

  @mock @rule:PASSWORD-WORKS
  Rule: A blueprint can use an added client secret until it is removed

    Scenario: An added client secret proves the blueprint
      Given the administrator has added a client secret to the blueprint "Concierge"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: The earlier client secret still proves the blueprint
      Given the administrator has added a client secret to the blueprint "Concierge"
      And "Concierge" presents its client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A removed client secret proves nobody
      Given the administrator has added a client secret to the blueprint "Concierge"
      And the administrator has removed the last client secret of the blueprint "Concierge"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET"

    Scenario: Rotation takes the first client secret away and leaves the new one
      Given the administrator has added a client secret to the blueprint "Concierge"
      And the administrator has removed the first client secret of the blueprint "Concierge"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: After rotation the first client secret proves nobody
      Given the administrator has added a client secret to the blueprint "Concierge"
      And the administrator has removed the first client secret of the blueprint "Concierge"
      And "Concierge" presents its client secret
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET"

  @mock @rule:PASSWORD-KNOWN
  Rule: A removed password belongs to the application

    Scenario: A client secret that is there is removed
      When the administrator removes the first client secret of the blueprint "Concierge"
      Then the directory accepts it

    Scenario: A client secret that is not there is not removed
      When the administrator removes a client secret from the blueprint "Concierge" that it never had
      Then the request is refused under rule "PASSWORD-KNOWN"
