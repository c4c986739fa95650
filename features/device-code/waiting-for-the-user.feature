Feature: A device waits for its user
  A device asks again and again for its tokens, until its user has signed in or declined.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:DEVICE-CODE-APPROVED
  Rule: A device gets its tokens when the user has signed in

    Scenario: A device asks after its user has signed in
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When the device asks for its tokens
      Then a token is issued

    Scenario: A device asks before its user has signed in
      Given a device of "Kiosk" shows a code
      When the device asks for its tokens
      Then the request is refused under rule "DEVICE-CODE-APPROVED"

  @mock @rule:DEVICE-CODE-DECLINED
  Rule: A device gets no tokens where the user declined

    Scenario: A user signs in for a device and consents
      Given a device of "Kiosk" shows a code for "Mail.Read"
      And "Bea" has signed in for the device
      When the device asks for its tokens
      Then a token is issued

    Scenario: A user declines
      Given a device of "Kiosk" shows a code
      And "Bea" has declined to sign in for the device
      When the device asks for its tokens
      Then the request is refused under rule "DEVICE-CODE-DECLINED"

  @mock @rule:DEVICE-CODE-TIME
  Rule: A device code holds for 15 minutes

    Scenario: A device asks after 14 minutes
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      And 14 minutes have passed
      When the device asks for its tokens
      Then a token is issued

    Scenario: A device asks after 15 minutes
      Given a device of "Kiosk" shows a code
      And 15 minutes have passed
      When the device asks for its tokens
      Then the request is refused under rule "DEVICE-CODE-TIME"

  @mock @rule:DEVICE-USER-KNOWN
  Rule: A device gets no tokens for a user who was deleted after the sign-in

    Scenario: The account of a user stays
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When the device asks for its tokens
      Then a token is issued

    Scenario: The account of a user is removed
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      And the account of "Bea" is removed
      When the device asks for its tokens
      Then the request is refused under rule "DEVICE-USER-KNOWN"

  @mock @rule:DEVICE-USER-ENABLED
  Rule: A device gets no tokens for a user who was disabled after the sign-in

    Scenario: The account of a user stays enabled
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When the device asks for its tokens
      Then a token is issued

    Scenario: The account of a user is disabled
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      And the account of "Bea" is switched off
      When the device asks for its tokens
      Then the request is refused under rule "DEVICE-USER-ENABLED"
