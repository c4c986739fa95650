Feature: Groups and the roles of people
  Groups answer for agents as sponsors. They can be made and changed, and roles can be assigned
  to people and groups as to applications.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GROUP-CREATED
  Rule: A new group has its members and its kind

    Scenario: A caller creates a Microsoft 365 group
      When the administrator with the permission "Group.ReadWrite.All" creates the group "Porters" with:
        | groupTypes      | ["Unified"] |
        | mailEnabled     | true        |
        | securityEnabled | false       |
        | members         | Ada         |
      Then the answer says:
        | displayName  | Porters |
        | groupTypes.0 | Unified |
        | mailEnabled  | true    |

    Scenario: A new group lists its members
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | members | Ada |
      When the administrator lists the members of the group "Porters"
      Then the answer lists exactly:
        | Ada |

    Scenario: An added member joins the others
      Given the user "Uma" without a directory role
      And the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | members | Ada |
      And the administrator with the permission "Group.ReadWrite.All" has added "Uma" to the members of the group "Porters"
      When the administrator lists the members of the group "Porters"
      Then the answer lists exactly:
        | Ada |
        | Uma |

    Scenario: A caller cannot create a group without a mail nickname
      When the administrator with the permission "Group.ReadWrite.All" creates the group "Porters" with:
        | mailNickname | absent |
      Then the request is refused under rule "GRAPH-PROPERTY-REQUIRED"

  @mock @rule:GROUP-COUNT
  Rule: The members of a group are counted with those of its groups

    Scenario: A group counts the members of the groups in it
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | members | Agent owners, {Billing} |
      When the administrator counts the transitiveMembers of the group "Porters"
      Then the answer is the number 3

    Scenario: A group lists the members of the groups in it
      Given the user "Uma" without a directory role
      And "Uma" is a member of the group "Agent owners"
      And the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | members | Agent owners |
      When the administrator lists the transitiveMembers of the group "Porters"
      Then the answer lists "Uma"

    Scenario: A group counts its own members
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | members | Agent owners, {Billing} |
      When the administrator counts the members of the group "Porters"
      Then the answer is the number 2

  @mock @rule:GRAPH-QUERY-COUNT
  Rule: A count alone asks for eventual consistency

    Scenario: The directory counts members with eventual consistency
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | members | Ada |
      When the administrator counts the members of the group "Porters"
      Then the answer is the number 1

    Scenario: The directory does not count members without eventual consistency
      Given the administrator with the permission "Group.ReadWrite.All" has created the group "Porters" with:
        | members | Ada |
      When the administrator counts the members of the group "Porters" without an advanced query
      Then the request is refused under rule "GRAPH-QUERY-COUNT"

  @mock @rule:ROLE-USER
  Rule: Users and groups are assigned roles too

    Scenario: A caller assigns a role to a user
      Given the resource "Orders API" has the role "Orders.Approve" for users
      When the administrator assigns the role "Orders.Approve" of "Orders API" to the person "Ada"
      Then the answer says:
        | principalType        | User              |
        | principalDisplayName | Ada Administrator |
        | resourceDisplayName  | Orders API        |

    Scenario: A caller assigns a role to a group
      Given the resource "Orders API" has the role "Orders.Approve" for users
      When the administrator assigns the role "Orders.Approve" of "Orders API" to the person "Agent owners"
      Then the answer says:
        | principalType | Group |

  @mock @rule:ROLE-MEMBER
  Rule: A role is assigned only to the kinds of members that it allows

    Scenario: A caller cannot assign a role for applications to a user
      Given the resource "Orders API" has the role "Orders.Pay"
      When the administrator assigns the role "Orders.Pay" of "Orders API" to the person "Ada"
      Then the request is refused under rule "ROLE-MEMBER"

    Scenario: A caller cannot assign a role for users to an agent identity
      Given the resource "Orders API" has the role "Orders.Approve" for users
      When the administrator assigns the role "Orders.Approve" of "Orders API" to "Billing"
      Then the request is refused under rule "ROLE-MEMBER"

    Scenario: A caller assigns a role for applications to an agent identity
      Given the resource "Orders API" has the role "Orders.Pay"
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Billing"
      Then the directory accepts it
