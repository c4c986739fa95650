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

  @mock @rule:GRAPH-DIRECTORY-ROLE
  Rule: A user who changes agent objects holds a directory role for agents or owns them

    Scenario: A developer of agents creates a blueprint
      Given the user "Uma" with the directory role "Agent ID Developer"
      When the user "Uma" creates the blueprint "Porter"
      Then the directory accepts it

    Scenario: A user without a directory role cannot create a blueprint
      Given the user "Uma" without a directory role
      When the user "Uma" creates the blueprint "Porter"
      Then the request is refused under rule "GRAPH-DIRECTORY-ROLE"

    Scenario: A developer of agents cannot add a client secret
      Given the user "Uma" with the directory role "Agent ID Developer"
      When the user "Uma" adds a client secret to the blueprint "Concierge"
      Then the request is refused under rule "GRAPH-DIRECTORY-ROLE"

    Scenario: A developer of agents adds a client secret to a blueprint of its own
      Given the user "Uma" with the directory role "Agent ID Developer"
      And the user "Uma" has created the blueprint "Porter"
      When the user "Uma" adds a client secret to the blueprint "Porter"
      Then the directory accepts it

    Scenario Outline: A developer of agents changes <property> of a blueprint of its own
      Given the user "Uma" with the directory role "Agent ID Developer"
      And the user "Uma" has created the blueprint "Porter"
      When the user "Uma" changes the blueprint "Porter":
        | <property> | <value> |
      Then the directory accepts it

      Examples: documented in rbac-agentid-apis-write.md
        | property       | value              |
        | description    | A porter           |
        | identifierUris | ["api://{Porter}"] |

    Scenario Outline: A developer of agents cannot change <property> of another blueprint
      Given the user "Uma" with the directory role "Agent ID Developer"
      When the user "Uma" changes the blueprint "Concierge":
        | <property> | <value> |
      Then the request is refused under rule "GRAPH-DIRECTORY-ROLE"

      Examples: documented in rbac-agentid-apis-write.md
        | property       | value                 |
        | description    | A concierge           |
        | identifierUris | ["api://{Concierge}"] |

    Scenario: A developer of agents cannot add a federated identity credential to another blueprint
      Given the user "Uma" with the directory role "Agent ID Developer"
      When the user "Uma" adds the federated identity credential "octo-ci" to the blueprint "Concierge"
      Then the request is refused under rule "GRAPH-DIRECTORY-ROLE"

    Scenario: An owner adds a federated identity credential without a directory role
      Given the user "Uma" without a directory role
      And the administrator has made "Uma" an owner of the blueprint "Concierge"
      When the user "Uma" adds the federated identity credential "octo-ci" to the blueprint "Concierge"
      Then the directory accepts it

    Scenario: A former owner cannot add a client secret
      Given the user "Uma" without a directory role
      And the administrator has made "Uma" an owner of the blueprint "Concierge"
      And the administrator has removed "Uma" from the owners of the blueprint "Concierge"
      When the user "Uma" adds a client secret to the blueprint "Concierge"
      Then the request is refused under rule "GRAPH-DIRECTORY-ROLE"

    Scenario: An owner of a blueprint changes its agent identities
      Given the user "Uma" without a directory role
      And the administrator has made "Uma" an owner of the blueprint "Concierge"
      When the user "Uma" changes the agent identity "Booking":
        | displayName | Bookings |
      Then the directory accepts it

    Scenario: An owner of a blueprint cannot change the agent identities of another
      Given the user "Uma" without a directory role
      And the administrator has made "Uma" an owner of the blueprint "Courier"
      When the user "Uma" changes the agent identity "Booking":
        | displayName | Bookings |
      Then the request is refused under rule "GRAPH-DIRECTORY-ROLE"

    Scenario: A sponsor disables an agent identity
      Given the user "Uma" without a directory role
      And the administrator has made "Uma" a sponsor of the agent identity "Booking"
      When the user "Uma" disables the agent identity "Booking"
      Then the directory accepts it

    Scenario: A member of a group that is a sponsor disables an agent identity
      Given the user "Uma" without a directory role
      And "Uma" is a member of the group "Agent owners"
      And the administrator has made "Agent owners" a sponsor of the agent identity "Booking"
      When the user "Uma" disables the agent identity "Booking"
      Then the directory accepts it

    Scenario: A sponsor cannot rename an agent identity
      Given the user "Uma" without a directory role
      And the administrator has made "Uma" a sponsor of the agent identity "Booking"
      When the user "Uma" changes the agent identity "Booking":
        | displayName | Bookings |
      Then the request is refused under rule "GRAPH-DIRECTORY-ROLE"

    Scenario: A sponsor cannot add a client secret
      Given the user "Uma" without a directory role
      And the administrator has made "Uma" a sponsor of the blueprint "Concierge"
      When the user "Uma" adds a client secret to the blueprint "Concierge"
      Then the request is refused under rule "GRAPH-DIRECTORY-ROLE"

    Scenario: An owner creates agent identities of the blueprint without a directory role
      Given the user "Uma" without a directory role
      And the administrator has made "Uma" an owner of the blueprint "Concierge"
      When the user "Uma" creates the agent identity "Luggage" of "Concierge"
      Then the directory accepts it

    Scenario: A user who owns no blueprint cannot create an agent identity
      Given the user "Uma" without a directory role
      When the user "Uma" creates the agent identity "Luggage" of "Concierge"
      Then the request is refused under rule "GRAPH-DIRECTORY-ROLE"

  @mock @rule:TOOL-PERMISSIONS
  Rule: A test chooses the permissions of its directory token

    Scenario: A chosen permission is enough without a grant
      When "Intranet" with the permission "AgentIdentity.Read.All" lists the agent identities
      Then the directory accepts it

    Scenario: A token lacks a permission that the test did not choose
      When "Intranet" with the permission "User.Read.All" lists the agent identities
      Then the request is refused under rule "GRAPH-PERMISSION"
