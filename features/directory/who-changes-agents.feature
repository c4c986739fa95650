Feature: Who changes agents
  Owners change what they own. Sponsors only disable and enable.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

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
