Feature: People who left
  Nobody acts for a person who was deleted, disabled or signed out everywhere.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:OBO-USER-KNOWN
  Rule: The tenant still knows the user

    Scenario: An agent identity acts for a person whom the tenant knows
      Given "Bea" has called "Concierge"
      And the user "Carlos" no longer exists
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity does not act for a person who was deleted since
      Given "Bea" has called "Concierge"
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And the user "Bea" no longer exists
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-USER-KNOWN"

  @mock @rule:OBO-USER-ENABLED
  Rule: Nobody acts on behalf of a disabled user

    Scenario: An agent identity acts for a person although another was disabled
      Given "Bea" has called "Concierge"
      And the user "Carlos" is disabled
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity does not act for a person who was disabled since
      Given "Bea" has called "Concierge"
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And the user "Bea" is disabled
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-USER-ENABLED"

  @mock @rule:OBO-USER-SESSION
  Rule: A token that a user got before their sessions were revoked is worth nothing

    Scenario: A person who signed in again has a token that serves
      Given "Bea" has called "Concierge"
      And 2 minutes have passed
      And the sessions of "Bea" have been revoked
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A token from before does not serve
      Given "Bea" has called "Concierge"
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And 2 minutes have passed
      And the sessions of "Bea" have been revoked
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-USER-SESSION"
