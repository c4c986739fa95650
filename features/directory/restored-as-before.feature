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

    Scenario: A restored agent identity has its owners
      Given the administrator has made "Ada" an owner of the agent identity "Booking"
      And the administrator has deleted the agent identity "Booking"
      And the administrator has restored the agent identity "Booking"
      When the administrator lists the owners of the agent identity "Booking"
      Then the answer lists exactly:
        | Ada |

    Scenario: A restored agent identity stays enabled
      Given the administrator has deleted the agent identity "Booking"
      When the administrator restores the agent identity "Booking"
      Then the agent identity "Booking" now says:
        | accountEnabled  | true |
        | deletedDateTime | null |

    Scenario: Restoring a blueprint leaves its principal deleted
      Given the administrator has deleted the blueprint "Concierge"
      When the administrator restores the blueprint "Concierge"
      Then the directory does not have the principal of "Concierge"

    Scenario: A restored blueprint is what it was
      Given the administrator has deleted the blueprint "Concierge"
      When the administrator restores the blueprint "Concierge"
      Then the answer says:
        | appId           | the client id of Concierge |
        | displayName     | Concierge                  |
        | deletedDateTime | null                       |

    Scenario: The deleted principals are no applications
      Given the administrator has deleted the blueprint "Courier"
      When the administrator lists the deleted principals
      Then every listed object says:
        | servicePrincipalType | Application |

    Scenario: A listing leaves out what was deleted after it
      Given the administrator has listed the agent identities
      And the administrator has deleted the agent identity "Booking"
      When the administrator lists the agent identities
      Then the answer does not list "Booking"

    Scenario: A deleted agent user owns nothing
      Given the administrator has created the agent user "front-desk" of "Billing"
      And the administrator has made "{agent user front-desk}" an owner of the agent identity "Billing"
      And the administrator has deleted the agent user "front-desk"
      When the administrator lists the owners of the agent identity "Billing"
      Then the answer lists nothing
