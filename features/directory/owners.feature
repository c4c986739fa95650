Feature: Owners
  Owners change a blueprint without a directory role. They are users or service principals.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:OWNER-CREATOR
  Rule: Whoever creates a blueprint owns it

    Scenario: A developer owns the blueprint that it creates
      Given the user "Uma" with the directory role "Agent ID Developer"
      And the user "Uma" has created the blueprint "Porter"
      When the administrator lists the owners of the blueprint "Porter"
      Then the answer lists exactly:
        | Uma |

    Scenario: An application owns the blueprint that it creates
      Given "Provisioner" has created the blueprint "Porter"
      When the administrator lists the owners of the blueprint "Porter"
      Then the answer lists exactly:
        | Provisioner |

    Scenario: A developer owns the principal that it creates
      Given the user "Uma" with the directory role "Agent ID Developer"
      And the user "Uma" has created the blueprint "Porter"
      And the user "Uma" has created the principal of "Porter"
      When the administrator lists the owners of the principal of "Porter"
      Then the answer lists exactly:
        | Uma |

  @mock @rule:OWNER-KIND
  Rule: Owners are users or service principals

    Scenario: A service principal can be an owner
      When the administrator makes "{Billing}" an owner of the agent identity "Booking"
      Then the directory accepts it

    Scenario Outline: A group cannot be an owner of <object>
      When the administrator makes "Agent owners" an owner of <object>
      Then the request is refused under rule "OWNER-KIND"

      Examples: documented in agent-owners-sponsors-managers.md
        | object                       |
        | the blueprint "Concierge"    |
        | the principal of "Concierge" |
        | the agent identity "Booking" |

    Scenario Outline: A group cannot be an owner of <object> under the path of its type
      When the administrator makes "Agent owners" an owner of <object> under the path of its type
      Then the request is refused under rule "OWNER-KIND"

      Examples: documented in agent-owners-sponsors-managers.md
        | object                       |
        | the blueprint "Concierge"    |
        | the agent identity "Booking" |

    Scenario: A caller cannot create a blueprint that a group owns
      When the administrator creates the blueprint "Porter" with:
        | owners | Agent owners |
      Then the request is refused under rule "OWNER-KIND"
