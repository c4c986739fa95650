Feature: Disabling agent identities
  Whoever answers for an agent identity can stop it at once, and let it go on.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:DISABLE-AGENT
  Rule: A disabled agent identity gets no token until it is enabled

    Scenario: A disabled agent identity gets no token
      Given the administrator has disabled the agent identity "Booking"
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-ENABLED"

    Scenario: Disabling one agent identity leaves its sibling alone
      Given the administrator has disabled the agent identity "Booking"
      When "Billing" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Billing"

    Scenario: An agent identity that was enabled again gets a token
      Given the administrator has disabled the agent identity "Booking"
      And the administrator has enabled the agent identity "Booking"
      When "Booking" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: The principal of a blueprint is disabled for the blueprint itself
      Given the administrator has disabled the principal of "Concierge"
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CLIENT-ENABLED"

    Scenario: A disabled agent identity says so
      When the administrator disables the agent identity "Booking"
      Then the agent identity "Booking" now says:
        | accountEnabled | false |
