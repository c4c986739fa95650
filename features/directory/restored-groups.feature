Feature: Restored groups
  A Microsoft 365 group can be restored for 30 days. Every other group is gone at once.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GROUP-RESTORE
  Rule: A deleted Microsoft 365 group can be restored, and no other group

    Scenario: The directory lists a deleted Microsoft 365 group among the deleted groups
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | groupTypes      | ["Unified"] |
        | mailEnabled     | true        |
        | securityEnabled | false       |
      And the administrator with the permission "Group.ReadWrite.All" has deleted the group "Porters"
      When the administrator with the permission "Group.Read.All" lists the deleted groups
      Then the answer says:
        | value.length        | 1       |
        | value.0.displayName | Porters |

    Scenario: A restored group has its members
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | groupTypes      | ["Unified"] |
        | mailEnabled     | true        |
        | securityEnabled | false       |
        | members         | Ada         |
      And the administrator with the permission "Group.ReadWrite.All" has deleted the group "Porters"
      And the administrator with the permission "Group.ReadWrite.All" has restored the group "Porters"
      When the administrator lists the members of the group "Porters"
      Then the answer lists exactly:
        | Ada |

    Scenario: A caller restores a Microsoft 365 group after 29 days
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | groupTypes      | ["Unified"] |
        | mailEnabled     | true        |
        | securityEnabled | false       |
      And the administrator with the permission "Group.ReadWrite.All" has deleted the group "Porters"
      And 29 days have passed
      When the administrator with the permission "Group.ReadWrite.All" restores the group "Porters"
      Then the directory answers with what was asked for
      And the answer says:
        | displayName  | Porters |
        | groupTypes.0 | Unified |

    Scenario: A caller cannot restore a Microsoft 365 group after 30 days
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | groupTypes      | ["Unified"] |
        | mailEnabled     | true        |
        | securityEnabled | false       |
      And the administrator with the permission "Group.ReadWrite.All" has deleted the group "Porters"
      And 30 days have passed
      When the administrator restores the group "Porters"
      Then the request is refused under rule "GRAPH-OBJECT"

    Scenario: A caller cannot restore a security group
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | members | Ada |
      And the administrator with the permission "Group.ReadWrite.All" has deleted the group "Porters"
      When the administrator restores the group "Porters"
      Then the request is refused under rule "GRAPH-OBJECT"

    Scenario: A caller with the permission to read groups cannot restore one
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | groupTypes      | ["Unified"] |
        | mailEnabled     | true        |
        | securityEnabled | false       |
      And the administrator with the permission "Group.ReadWrite.All" has deleted the group "Porters"
      When the administrator with the permission "Group.Read.All" restores the group "Porters"
      Then the request is refused under rule "GRAPH-PERMISSION"
