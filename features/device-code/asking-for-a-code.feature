Feature: A device asks for a code
  A device without a browser shows a code, which its user types elsewhere.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:DEVICE-CLIENT
  Rule: Nobody signs in to a blueprint or an agent identity by device code

    Scenario: A device of an ordinary application asks for a code
      When a device of "Kiosk" asks for a code
      Then the device has a code to show

    Scenario Outline: A device of <client> asks for a code
      When a device of "<client>" asks for a code
      Then the request is refused under rule "DEVICE-CLIENT"

      Examples: a blueprint (reported), an agent identity (inferred)
        | client    |
        | Concierge |
        | Booking   |

    @live
    Scenario: An agent identity cannot use the device code grant
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "grant_type" is "urn:ietf:params:oauth:grant-type:device_code"
      When it is sent
      Then the proof is refused, by the mock under rule "DEVICE-CLIENT"

  @mock @rule:DEVICE-ANSWER
  Rule: A device gets a code for itself, one for its user, and the page where the user types it

    Scenario: A device is told what to show
      When a device of "Kiosk" asks for a code
      Then the answer has exactly the members:
        | user_code        |
        | device_code      |
        | verification_uri |
        | expires_in       |
        | interval         |
        | message          |

    Scenario: A device is told for how long the code holds and how often to ask
      When a device of "Kiosk" asks for a code
      Then the answer says:
        | user_code        | matching ^[A-Z0-9]{8,9}$ |
        | verification_uri | matching ^https://       |
        | expires_in       | 900                      |
        | interval         | 5                        |

    Scenario: A user is told the code and the page, and whoever reads over their shoulder learns no more
      When a device of "Kiosk" asks for a code
      Then the members of the answer have these types:
        | a text         | user_code device_code verification_uri message |
        | a whole number | expires_in interval                            |
      And the message of the device names its code and its page
      And the code of the device is no code that a person types

  @mock @rule:DEVICE-USER-CODE
  Rule: A user types a code that a device shows, and that nobody has answered

    Scenario: A user types the code of a device and signs in
      Given a device of "Kiosk" shows a code
      When "Bea" signs in for the device
      Then the device can have its tokens

    Scenario: A user mistypes the code
      Given a device of "Kiosk" shows a code
      When somebody types "WRONGCODE" for the device
      Then the request is refused under rule "DEVICE-USER-CODE"

    Scenario: A user types a code that was answered
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      When somebody types the code of the device
      Then the request is refused under rule "DEVICE-USER-CODE"

  @mock @rule:DEVICE-USER-CODE-TIME
  Rule: A user types the code of a device within 15 minutes

    Scenario: A user signs in for a device after 14 minutes
      Given a device of "Kiosk" shows a code
      And 14 minutes have passed
      When "Bea" signs in for the device
      Then the device can have its tokens

    Scenario: A user types a code after 15 minutes
      Given a device of "Kiosk" shows a code
      And 15 minutes have passed
      When somebody types the code of the device
      Then the request is refused under rule "DEVICE-USER-CODE-TIME"
