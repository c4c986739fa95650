Feature: Disabling agent identities
  A caller can stop an agent identity at once and enable it again.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:DISABLE-AGENT
  Rule: A disabled agent identity gets no token until it is enabled

    Scenario: A disabled agent identity gets no token
      Given the administrator has disabled the agent identity "Booking"
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-ENABLED"

    Scenario: Disabling one agent identity does not affect its sibling
      Given the administrator has disabled the agent identity "Booking"
      When "Billing" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Billing"

    Scenario: A re-enabled agent identity gets a token
      Given the administrator has disabled the agent identity "Booking"
      And the administrator has enabled the agent identity "Booking"
      When "Booking" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A blueprint with a disabled principal gets no token
      Given the administrator has disabled the principal of "Concierge"
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CLIENT-ENABLED"

    Scenario: The directory shows that an agent identity is disabled
      When the administrator disables the agent identity "Booking"
      Then the agent identity "Booking" now says:
        | accountEnabled | false |
