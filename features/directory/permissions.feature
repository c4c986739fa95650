Feature: Permissions for the directory
  A caller of the directory needs a permission. A user who changes agents also needs a
  directory role.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GRAPH-PERMISSION
  Rule: A directory operation needs one of its permissions

    Scenario Outline: A user with the permission <permission> reads agent identities
      When the administrator with the permission "<permission>" lists the agent identities
      Then the directory accepts it

      Examples: permission tables of the reference
        | permission                  |
        | AgentIdentity.Read.All      |
        | AgentIdentity.ReadWrite.All |
        | Application.Read.All        |

    Scenario: A user who can only read cannot create
      When the administrator with the permission "AgentIdentity.Read.All" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "GRAPH-PERMISSION"

    Scenario: A caller who can create blueprints cannot add a client secret to them
      When the administrator with the permission "AgentIdentityBlueprint.Create" adds a client secret to the blueprint "Concierge"
      Then the request is refused under rule "GRAPH-PERMISSION"

    Scenario: A caller who can disable agent identities cannot delete them
      When the administrator with the permission "AgentIdentity.EnableDisable.All" deletes the agent identity "Booking"
      Then the request is refused under rule "GRAPH-PERMISSION"

    Scenario Outline: A caller who can only read applications cannot do this: <act>
      When the administrator with the permission "Application.Read.All" <act>
      Then the request is refused under rule "GRAPH-PERMISSION"

      Examples: each kind of change
        | act                                                                           |
        | creates the blueprint "Porter"                                                |
        | creates the agent user "front-desk" of "Billing"                              |
        | adds a client secret to the blueprint "Concierge"                             |
        | gives the blueprint "Concierge" a certificate                                 |
        | removes the first client secret of the blueprint "Concierge"                  |
        | adds the federated identity credential "octo-ci" to the blueprint "Concierge" |
        | makes "Ada" an owner of the blueprint "Concierge"                             |
        | makes "Ada" an owner of the agent identity "Booking"                          |
        | makes "Ada" a sponsor of the agent identity "Booking"                         |
        | disables the agent identity "Booking"                                         |
        | disables the principal of "Concierge"                                         |
        | deletes the agent identity "Booking"                                          |
        | deletes the blueprint "Concierge"                                             |
        | restores the agent identity "Booking"                                         |
        | permanently deletes the agent identity "Booking"                              |
        | grants "Booking" the scope "User.Read" of "Microsoft Graph"                   |
        | assigns the role "User.Read.All" of "Microsoft Graph" to "Booking"            |
        | makes permissions of "Microsoft Graph" inheritable from "Concierge"           |

    Scenario Outline: The permission <permission> is enough for this: <act>
      When the administrator with the permissions "<permission>, Application.Read.All" <act>
      Then the directory accepts it

      Examples: the least permission in the tables of the reference
        | permission                                | act                                                                |
        | AgentIdentityBlueprint.Create             | creates the blueprint "Porter"                                     |
        | AgentIdentityBlueprint.AddRemoveCreds.All | adds a client secret to the blueprint "Concierge"                  |
        | AgentIdentity.EnableDisable.All           | disables the agent identity "Booking"                              |
        | AgentIdentity.DeleteRestore.All           | deletes the agent identity "Booking"                               |
        | AgentIdentityBlueprint.DeleteRestore.All  | deletes the blueprint "Concierge"                                  |
        | AgentIdUser.ReadWrite.All                 | creates the agent user "front-desk" of "Billing"                   |
        | DelegatedPermissionGrant.ReadWrite.All    | grants "Booking" the scope "User.Read" of "Microsoft Graph"        |
        | AppRoleAssignment.ReadWrite.All           | assigns the role "Group.Read.All" of "Microsoft Graph" to "Billing" |

  @mock @rule:GRAPH-BROAD-SCOPE
  Rule: A token with Directory.AccessAsUser.All does not change agent objects

    Scenario: A token with Directory.AccessAsUser.All can read agent objects
      When the administrator with the permissions "Directory.AccessAsUser.All, Application.Read.All" reads the blueprint "Concierge"
      Then the directory accepts it

    Scenario Outline: A token with <permission> cannot create a blueprint
      When the administrator with the permissions "<permission>, AgentIdentityBlueprint.Create" creates the blueprint "Porter"
      Then the request is refused under rule "GRAPH-BROAD-SCOPE"

      Examples: documented in rbac-agentid-apis-write.md
        | permission                 |
        | Directory.AccessAsUser.All |
        | Directory.ReadWrite.All    |

  @mock @rule:TOOL-PERMISSIONS
  Rule: A test chooses the permissions of its directory token

    Scenario: A chosen permission is enough without a grant
      When "Intranet" with the permission "AgentIdentity.Read.All" lists the agent identities
      Then the directory accepts it

    Scenario: A token lacks a permission that the test did not choose
      When "Intranet" with the permission "User.Read.All" lists the agent identities
      Then the request is refused under rule "GRAPH-PERMISSION"
