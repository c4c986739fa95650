Feature: Sponsors and owners
  Sponsors answer for an agent identity, and owners can change it. The directory keeps both.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:SPONSOR-DEFAULT
  Rule: A user who names no sponsor becomes the sponsor, unless the user administers agents

    Scenario: A developer who names no sponsor becomes the sponsor
      Given the user "Uma" with the directory role "Agent ID Developer"
      And the user "Uma" has created the blueprint "Porter" without a sponsor
      When the administrator lists the sponsors of the blueprint "Porter"
      Then the answer lists exactly:
        | Uma |

    Scenario: A developer who names another sponsor does not become one
      Given the user "Uma" with the directory role "Agent ID Developer"
      And the user "Uma" has created the blueprint "Porter"
      When the administrator lists the sponsors of the blueprint "Porter"
      Then the answer lists exactly:
        | Ada |

  @mock @rule:SPONSOR-CHANGE
  Rule: Sponsors and owners are added and removed one at a time

    Scenario: An added sponsor joins the others
      Given the administrator has made "Ada" a sponsor of the agent identity "Booking"
      And the administrator has made "Agent owners" a sponsor of the agent identity "Booking"
      When the administrator lists the sponsors of the agent identity "Booking"
      Then the answer lists exactly:
        | Ada          |
        | Agent owners |

    Scenario: Removing a sponsor keeps the others
      Given the administrator has made "Ada" a sponsor of the agent identity "Booking"
      And the administrator has made "Agent owners" a sponsor of the agent identity "Booking"
      And the administrator has removed "Ada" from the sponsors of the agent identity "Booking"
      When the administrator lists the sponsors of the agent identity "Booking"
      Then the answer lists exactly:
        | Agent owners |

  @mock @rule:SPONSOR-KIND
  Rule: Sponsors are users, dynamic groups or Microsoft 365 groups

    Scenario: A dynamic group can be a sponsor
      Given "Contoso" has the group "Guards", which is dynamic
      When the administrator makes "Guards" a sponsor of the agent identity "Booking"
      Then the directory accepts it

    Scenario: An agent identity cannot be a sponsor
      When the administrator makes "{Billing}" a sponsor of the agent identity "Booking"
      Then the request is refused under rule "SPONSOR-KIND"

    Scenario: A group with assigned members cannot be a sponsor
      Given "Contoso" has the group "Guards", which is assigned
      When the administrator creates the blueprint "Porter" with:
        | sponsors | Guards |
      Then the request is refused under rule "SPONSOR-KIND"

  @mock @rule:SPONSOR-LIMIT
  Rule: An object has at most 100 sponsors, five of them groups

    Scenario: An object can have a hundredth sponsor
      Given "Contoso" has 99 more users as sponsors of the agent identity "Booking"
      When the administrator makes "Ada" a sponsor of the agent identity "Booking"
      Then the directory accepts it

    Scenario: An object cannot have a hundred and first sponsor
      Given "Contoso" has 100 more users as sponsors of the agent identity "Booking"
      When the administrator makes "Ada" a sponsor of the agent identity "Booking"
      Then the request is refused under rule "SPONSOR-LIMIT"

    Scenario: An object cannot have a sixth group as sponsor
      Given "Contoso" has 5 groups as sponsors of the agent identity "Booking"
      When the administrator makes "Agent owners" a sponsor of the agent identity "Booking"
      Then the request is refused under rule "SPONSOR-LIMIT"

  @mock @rule:GRAPH-REFERENCE
  Rule: A written reference names an object of the tenant

    Scenario: A user of the tenant can become an owner
      When the administrator makes "Ada" an owner of the agent identity "Booking"
      Then the directory accepts it

    Scenario: An unknown user cannot become an owner
      When the administrator makes "{nobody}" an owner of the agent identity "Booking"
      Then the request is refused under rule "GRAPH-REFERENCE"

  @mock @rule:GRAPH-REFERENCE-NEW
  Rule: A reference can be added only once

    Scenario: A caller adds a removed sponsor again
      Given the administrator has made "Ada" a sponsor of the agent identity "Booking"
      And the administrator has removed "Ada" from the sponsors of the agent identity "Booking"
      When the administrator makes "Ada" a sponsor of the agent identity "Booking"
      Then the directory accepts it

    Scenario: A caller cannot add a sponsor twice
      Given the administrator has made "Ada" a sponsor of the agent identity "Booking"
      When the administrator makes "Ada" a sponsor of the agent identity "Booking"
      Then the request is refused under rule "GRAPH-REFERENCE-NEW"
