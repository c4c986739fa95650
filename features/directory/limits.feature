Feature: Limits of what applications create
  What applications create without a user is counted, so that none of them fills a tenant.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:BLUEPRINT-LIMIT
  Rule: A tenant holds at most 250 blueprints that applications created without a user

    Scenario: The 250th blueprint of applications is created
      Given "Provisioner" has created 249 blueprints
      When "Provisioner" creates the blueprint "Porter"
      Then the directory accepts it

    Scenario: The 251st blueprint of applications is refused
      Given "Provisioner" has created 250 blueprints
      When "Provisioner" creates the blueprint "Porter"
      Then the request is refused under rule "BLUEPRINT-LIMIT"

    Scenario: A blueprint that a user creates does not count
      Given "Provisioner" has created 250 blueprints
      When the administrator creates the blueprint "Porter"
      Then the directory accepts it

  @mock @rule:AGENT-LIMIT
  Rule: A blueprint has at most 250 agent identities that applications created without a user

    Scenario: The 250th agent identity of a blueprint is created
      Given "Concierge" has created 249 agent identities of "Concierge"
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the directory accepts it

    Scenario: The 251st agent identity of a blueprint is refused
      Given "Concierge" has created 250 agent identities of "Concierge"
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "AGENT-LIMIT"

    Scenario: Another blueprint has a count of its own
      Given "Concierge" has created 250 agent identities of "Concierge"
      When "Courier" creates the agent identity "Luggage" of "Courier"
      Then the directory accepts it

    Scenario: A deleted agent identity still counts
      Given "Concierge" has created the agent identity "Luggage" of "Concierge"
      And "Concierge" has created 249 agent identities of "Concierge"
      And the administrator has deleted the agent identity "Luggage"
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "AGENT-LIMIT"
