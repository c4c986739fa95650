Feature: Roles of agent identities
  An agent identity can do what its assigned roles allow. The directory knows the roles of a
  resource, and a token names those of its holder.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"
    And the resource "Orders API" has the role "Orders.Pay"

  @mock @rule:ROLE-ASSIGNED
  Rule: An assigned role appears in the next token of its holder until it is withdrawn

    Scenario: The next token of an agent identity names an assigned role
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Billing"
      When "Billing" asks for a token for "Orders API"
      Then the token says:
        | roles | the role Orders.Pay |

    Scenario: The next token for Microsoft Graph names an assigned permission
      Given the administrator has assigned the role "User.Read.All" of "Microsoft Graph" to "Billing"
      When "Billing" asks for a token for "Microsoft Graph"
      Then the token says:
        | roles | the role User.Read.All |

    Scenario: The token of another agent identity does not name the role
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Booking"
      When "Billing" asks for a token for "Orders API"
      Then the token does not contain "roles"

    Scenario: The assignment of a role names its holder, the role and the resource
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Billing"
      Then the answer says:
        | principalId     | the client id of Billing |
        | principalType   | ServicePrincipal         |
        | appRoleId       | a GUID                   |
        | createdDateTime | 0 seconds ago            |
      And the answer repeats what the request said

    Scenario: A token does not name a withdrawn role
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Billing"
      And the administrator has withdrawn every role from "Billing"
      When "Billing" asks for a token for "Orders API"
      Then the token does not contain "roles"

  @mock @rule:ROLE-KNOWN
  Rule: An assigned role exists on its resource

    Scenario: A caller assigns a role that the resource has
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Billing"
      Then the answer says:
        | principalId          | the client id of Billing |
        | principalDisplayName | Billing                  |
        | resourceDisplayName  | Orders API               |

    Scenario: A caller cannot assign a role that the resource does not have
      When the administrator assigns the role "Orders.Burn" of "Orders API" to "Billing"
      Then the request is refused under rule "ROLE-KNOWN"

  @mock @rule:ROLE-RESOURCE
  Rule: An agent identity has no roles to assign

    Scenario: A caller assigns a role of a resource to a blueprint
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Concierge"
      Then the directory accepts it

    Scenario: A caller cannot assign a role of an agent identity to another
      When the administrator assigns a role of the agent identity "Booking" to "Billing"
      Then the request is refused under rule "ROLE-RESOURCE"

  @mock @rule:ROLE-BLOCKED
  Rule: An agent identity gets no application permission that is blocked for agents

    Scenario: A caller assigns a permission that is not blocked
      When the administrator assigns the role "Organization.Read.All" of "Microsoft Graph" to "Billing"
      Then the directory accepts it

    Scenario Outline: A caller cannot assign <permission> to an agent identity
      When the administrator assigns the role "<permission>" of "Microsoft Graph" to "Billing"
      Then the request is refused under rule "ROLE-BLOCKED"

      Examples: documented in agentid-platform-overview.md
        | permission                      |
        | Application.ReadWrite.All       |
        | AppRoleAssignment.ReadWrite.All |
        | AgentIdentity.CreateAsManager   |
        | Directory.ReadWrite.All         |

    Scenario: A caller can assign an ordinary application a permission blocked for agents
      When the administrator assigns the role "Application.ReadWrite.All" of "Microsoft Graph" to "Intranet"
      Then the directory accepts it

  @mock @rule:ROLE-SINGLE
  Rule: A principal holds a role only once

    Scenario: A caller assigns the same role to two agent identities
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Booking"
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Billing"
      Then the directory accepts it

    Scenario: A caller cannot assign the same role twice
      Given the administrator has assigned the role "Orders.Pay" of "Orders API" to "Billing"
      When the administrator assigns the role "Orders.Pay" of "Orders API" to "Billing"
      Then the request is refused under rule "ROLE-SINGLE"
