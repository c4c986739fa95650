Feature: What the directory creates
  A new object has what its creator wrote, not only what the directory gives every new object.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GRAPH-CREATED
  Rule: A new object has the properties that its creator wrote

    Scenario: A new blueprint has the description and the tags that were written
      When the administrator creates the blueprint "Porter" with:
        | description | Carries bags   |
        | tags        | ["Front desk"] |
      Then the answer says:
        | description | Carries bags |
        | tags.0      | Front desk   |

    Scenario: A new agent identity is disabled where it was written so
      Given the administrator has created the agent identity "Luggage" of "Concierge" with:
        | accountEnabled | false |
      When the administrator reads the agent identity "Luggage"
      Then the answer says:
        | accountEnabled | false |

    Scenario: A new agent identity has the owner that was written
      Given the administrator has created the agent identity "Luggage" of "Concierge" with:
        | owners | {Billing} |
      When the administrator lists the owners of the agent identity "Luggage"
      Then the answer lists "Billing"
