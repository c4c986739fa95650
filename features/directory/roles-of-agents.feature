Feature: Roles of agent identities
  An agent identity may do what it was assigned. The directory knows the roles of a resource,
  and a token names those that its holder has.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"
    And the resource "Orders API" has the role "Orders.Pay"

  @mock @rule:ROLE-ASSIGNED
  Rule: An assigned role appears in the next token of its holder until it is withdrawn

    Scenario: The next token names the role that was assigned
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Billing"
      When "Billing" asks for a token for "Orders API"
      Then the token says:
        | roles | the role Orders.Pay |

    Scenario: The next token for Microsoft Graph names the permission that was assigned
      Given the administrator has assigned the role "User.Read.All" of "Microsoft Graph" to "Billing"
      When "Billing" asks for a token for "Microsoft Graph"
      Then the token says:
        | roles | the role User.Read.All |

    Scenario: A token of another agent identity does not name the role
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Booking"
      When "Billing" asks for a token for "Orders API"
      Then the token says nothing of "roles"

    Scenario: A token after the role was withdrawn does not name it
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Billing"
      And the administrator has withdrawn every role from "Billing"
      When "Billing" asks for a token for "Orders API"
      Then the token says nothing of "roles"

  @mock @rule:ROLE-KNOWN
  Rule: An assigned role exists on its resource

    Scenario: A role that the resource has is assigned
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Billing"
      Then the answer says:
        | principalId          | the client id of Billing |
        | principalDisplayName | Billing                  |
        | resourceDisplayName  | Orders API               |

    Scenario: A role that the resource has not is not assigned
      When the administrator assigns the role "Orders.Burn" of "Orders API" to "Billing"
      Then the request is refused under rule "ROLE-KNOWN"

  @mock @rule:ROLE-RESOURCE
  Rule: An agent identity has no roles to assign

    Scenario: A blueprint is given a role of a resource
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Concierge"
      Then the directory accepts it

    Scenario: No role of an agent identity is assigned to another
      When the administrator assigns a role of the agent identity "Booking" to "Billing"
      Then the request is refused under rule "ROLE-RESOURCE"

  @mock @rule:ROLE-BLOCKED
  Rule: An agent identity gets no application permission that is blocked for agents

    Scenario: A permission that is not blocked is assigned
      When the administrator assigns the role "Organization.Read.All" of "Microsoft Graph" to "Billing"
      Then the directory accepts it

    Scenario Outline: <permission> is not assigned to an agent identity
      When the administrator assigns the role "<permission>" of "Microsoft Graph" to "Billing"
      Then the request is refused under rule "ROLE-BLOCKED"

      Examples: documented in agentid-platform-overview.md
        | permission                      |
        | Application.ReadWrite.All       |
        | AppRoleAssignment.ReadWrite.All |
        | AgentIdentity.CreateAsManager   |
        | Directory.ReadWrite.All         |

    Scenario: An ordinary application is assigned what agents are not
      When the administrator assigns the role "Application.ReadWrite.All" of "Microsoft Graph" to "Intranet"
      Then the directory accepts it

  @mock @rule:ROLE-SINGLE
  Rule: A principal holds a role only once

    Scenario: The same role is assigned to two agent identities
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Booking"
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Billing"
      Then the directory accepts it

    Scenario: The same role is not assigned twice
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Billing"
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Billing"
      Then the request is refused under rule "ROLE-SINGLE"
