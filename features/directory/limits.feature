Feature: Limits on what applications create
  The directory counts what applications create without a user, so that no application fills a
  tenant.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:BLUEPRINT-LIMIT
  Rule: A tenant holds at most 250 blueprints that applications created without a user

    Scenario: An application creates the 250th blueprint
      Given "Provisioner" has created 249 blueprints
      When "Provisioner" creates the blueprint "Porter"
      Then the directory accepts it

    Scenario: An application cannot create the 251st blueprint
      Given "Provisioner" has created 250 blueprints
      When "Provisioner" creates the blueprint "Porter"
      Then the request is refused under rule "BLUEPRINT-LIMIT"

    Scenario: A blueprint that a user creates does not count toward the limit
      Given "Provisioner" has created 250 blueprints
      When the administrator creates the blueprint "Porter"
      Then the directory accepts it

  @mock @rule:AGENT-LIMIT
  Rule: A blueprint has at most 250 agent identities that applications created without a user

    Scenario: A blueprint creates its 250th agent identity
      Given "Concierge" has created 249 agent identities of "Concierge"
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the directory accepts it

    Scenario: A blueprint cannot create its 251st agent identity
      Given "Concierge" has created 250 agent identities of "Concierge"
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "AGENT-LIMIT"

    Scenario: Each blueprint has its own count
      Given "Concierge" has created 250 agent identities of "Concierge"
      When "Courier" creates the agent identity "Luggage" of "Courier"
      Then the directory accepts it

    Scenario: A deleted agent identity still counts toward the limit
      Given "Concierge" has created the agent identity "Luggage" of "Concierge"
      And "Concierge" has created 249 agent identities of "Concierge"
      And the administrator has deleted the agent identity "Luggage"
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "AGENT-LIMIT"
