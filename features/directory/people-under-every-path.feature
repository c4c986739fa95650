Feature: People under every path
  Owners and sponsors are the same, and follow the same rules, under each path of an object.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:SPONSOR-CHANGE
  Rule: Sponsors and owners are added and removed one at a time

    Scenario: Removing a sponsor keeps the same person as owner
      Given the administrator has made "Ada" a sponsor of the agent identity "Booking"
      And the administrator has made "Ada" an owner of the agent identity "Booking"
      And the administrator has removed "Ada" from the sponsors of the agent identity "Booking"
      When the administrator lists the owners of the agent identity "Booking"
      Then the answer lists exactly:
        | Ada |

    Scenario Outline: Removing an owner of <object> keeps the others
      Given the administrator has made "Ada" an owner of <object>
      And the administrator has made "{Billing}" an owner of <object>
      And the administrator has removed "Ada" from the owners of <object>
      When the administrator lists the owners of <object>
      Then the answer lists exactly:
        | Billing |

      Examples: everything that agents are made of
        | object                       |
        | the blueprint "Concierge"    |
        | the principal of "Concierge" |
        | the agent identity "Booking" |

    Scenario Outline: The sponsors of <object> are those of the object alone, under the path of its type too
      Given the administrator has made "Ada" a sponsor of <object>
      When the administrator lists the sponsors of <object> under the path of its type
      Then the answer lists exactly:
        | Ada |

      Examples: everything that has sponsors
        | object                       |
        | the blueprint "Concierge"    |
        | the agent identity "Booking" |

  @mock @rule:SPONSOR-KIND
  Rule: Sponsors are users, dynamic groups or Microsoft 365 groups

    Scenario Outline: A person can be a sponsor of <object> under the path of its type
      When the administrator makes "Ada" a sponsor of <object> under the path of its type
      Then the directory accepts it

      Examples: everything that has sponsors
        | object                       |
        | the blueprint "Concierge"    |
        | the agent identity "Booking" |

    Scenario Outline: An agent identity cannot be a sponsor of <object> under the path of its type
      When the administrator makes "{Billing}" a sponsor of <object> under the path of its type
      Then the request is refused under rule "SPONSOR-KIND"

      Examples: everything that has sponsors
        | object                       |
        | the blueprint "Concierge"    |
        | the agent identity "Booking" |

    Scenario: An agent identity cannot be a sponsor of a blueprint
      When the administrator makes "{Billing}" a sponsor of the blueprint "Concierge"
      Then the request is refused under rule "SPONSOR-KIND"
