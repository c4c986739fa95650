Feature: Who creates agent identities
  The creator of an agent identity decides for whom it acts. So a blueprint creates its own
  agent identities, and an agent identity creates none.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:AGENT-CREATOR-AGENT
  Rule: An agent identity does not create agent identities

    @mock
    Scenario: A blueprint creates an agent identity for itself
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the directory accepts it

    @mock @live
    Scenario: An agent identity cannot create another of its blueprint
      When "Booking" creates the agent identity "Luggage" of "Concierge" without a sponsor
      Then the request is refused under rule "AGENT-CREATOR-AGENT"

  @mock @rule:AGENT-CREATOR-BLUEPRINT
  Rule: A blueprint creates only its own agent identities

    Scenario: Each blueprint creates its own agent identity
      When "Courier" creates the agent identity "Luggage" of "Courier"
      Then the directory accepts it

    Scenario: A blueprint cannot create an agent identity of another blueprint
      When "Courier" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "AGENT-CREATOR-BLUEPRINT"

  @mock @rule:AGENT-CREATOR-SELF
  Rule: An application that creates as manager creates only its own agent identities

    Scenario: An application that can create for all blueprints creates an agent identity
      When "Intranet" with the permission "AgentIdentity.Create.All" creates the agent identity "Luggage" of "Concierge"
      Then the directory accepts it

    Scenario: An application that can create as manager does not manage another blueprint
      When "Intranet" with the permission "AgentIdentity.CreateAsManager" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "AGENT-CREATOR-SELF"
