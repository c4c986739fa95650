Feature: What is restored is what it was
  A deleted object says when it was deleted. A restored one has the ids and the names that it had.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:DELETE-RESTORE
  Rule: A deleted object can be restored for 30 days

    Scenario: The directory says when it deleted an agent identity, and what it was
      Given the administrator has deleted the agent identity "Booking"
      When the administrator lists the deleted principals
      Then every listed object says:
        | @odata.type     | #microsoft.graph.agentIdentity |
        | id              | the client id of Booking       |
        | appId           | the client id of Booking       |
        | deletedDateTime | 0 seconds ago                  |

    Scenario: A restored agent identity is what it was
      Given the administrator has deleted the agent identity "Booking"
      When the administrator restores the agent identity "Booking"
      Then the answer says:
        | id              | the client id of Booking |
        | appId           | the client id of Booking |
        | displayName     | Booking                  |
        | accountEnabled  | true                     |
        | deletedDateTime | null                     |

    Scenario: A restored blueprint is what it was
      Given the administrator has deleted the blueprint "Concierge"
      When the administrator restores the blueprint "Concierge"
      Then the answer says:
        | appId           | the client id of Concierge |
        | displayName     | Concierge                  |
        | deletedDateTime | null                       |
