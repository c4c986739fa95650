Feature: Using a device code
  A device code belongs to one client, and brings tokens once.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:DEVICE-CODE-PRESENT
  Rule: A device that asks for its tokens names its device code

    Scenario: A device names its code
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When the device asks for its tokens
      Then a token is issued

    Scenario: A device calls its grant as Microsoft's libraries do
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When the device asks for its tokens with:
        | grant_type | device_code |
      Then a token is issued

    Scenario: A device names no code
      Given a device of "Kiosk" shows a code
      When the device asks for its tokens with:
        | device_code | absent |
      Then the request is refused under rule "DEVICE-CODE-PRESENT"

  @mock @rule:DEVICE-CODE-KNOWN
  Rule: A device code is one that the tenant gave out

    Scenario: A device names a code of the tenant
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When the device asks for its tokens
      Then a token is issued

    Scenario: A device makes a code up
      Given a device of "Kiosk" shows a code
      When the device asks for its tokens with:
        | device_code | made-up |
      Then the request is refused under rule "DEVICE-CODE-KNOWN"

  @mock @rule:DEVICE-CODE-CLIENT
  Rule: A device code is used by the client that it was given to

    Scenario: The client that asked for a code uses it
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When the device asks for its tokens
      Then a token is issued

    Scenario: Another client uses a code
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When the device asks for its tokens with:
        | client_id | {Desk} |
      Then the request is refused under rule "DEVICE-CODE-CLIENT"

  @mock @rule:DEVICE-CODE-ONCE
  Rule: A device code brings tokens once

    Scenario: A device uses its code
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When the device asks for its tokens
      Then a token is issued

    Scenario: A device uses its code twice
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      And the device has its tokens
      When the device asks for its tokens
      Then the request is refused under rule "DEVICE-CODE-ONCE"
