Feature: Who creates agent identities
  Whoever creates an agent identity decides for whom it acts. So a blueprint creates its own,
  and an agent identity none.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:AGENT-CREATOR-AGENT
  Rule: An agent identity does not create agent identities

    @mock
    Scenario: A blueprint creates what its agent identity does not
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the directory accepts it

    @mock @live
    Scenario: An agent identity creates no other of its blueprint
      When "Booking" creates the agent identity "Luggage" of "Concierge" without a sponsor
      Then the request is refused under rule "AGENT-CREATOR-AGENT"

  @mock @rule:AGENT-CREATOR-BLUEPRINT
  Rule: A blueprint creates only its own agent identities

    Scenario: Each blueprint creates its own agent identity
      When "Courier" creates the agent identity "Luggage" of "Courier"
      Then the directory accepts it

    Scenario: A blueprint creates no agent identity of another
      When "Courier" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "AGENT-CREATOR-BLUEPRINT"

  @mock @rule:AGENT-CREATOR-SELF
  Rule: An application that creates as manager creates only its own agent identities

    Scenario: An application that may create all creates an agent identity of a blueprint
      When "Intranet" with the permission "AgentIdentity.Create.All" creates the agent identity "Luggage" of "Concierge"
      Then the directory accepts it

    Scenario: An application that may create as manager is no manager of a blueprint
      When "Intranet" with the permission "AgentIdentity.CreateAsManager" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "AGENT-CREATOR-SELF"
