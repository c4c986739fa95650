Feature: Creating an agent user
  An agent identity that needs a mailbox or a place in a team gets a user of its own.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:AGENTUSER-CREATED
  Rule: A new agent user names its agent identity

    Scenario: A new agent user is a member and belongs to an agent identity
      When the administrator creates the agent user "front-desk" of "Billing"
      Then the answer says:
        | @odata.type      | #microsoft.graph.agentUser |
        | userType         | Member                     |
        | identityParentId | the client id of Billing   |
      And the answer repeats what the request said

    Scenario: The directory lists a new agent user
      Given the administrator has created the agent user "front-desk" of "Billing"
      When the administrator lists the agent users with "$filter=identityParentId eq '{Billing}'"
      Then the answer lists exactly:
        | front-desk |

  @mock @rule:AGENTUSER-PARENT
  Rule: An agent user belongs to an agent identity

    Scenario: A caller creates an agent user for an agent identity
      When the administrator creates the agent user "front-desk" of "Billing"
      Then the directory accepts it

    Scenario Outline: A caller cannot create an agent user for <parent>
      When the administrator creates the agent user "front-desk" of "Billing" with:
        | identityParentId | <id> |
      Then the request is refused under rule "AGENTUSER-PARENT"

      Examples: documented in agent-users.md, which does not show the refusal
        | parent        | id          |
        | a blueprint   | {Concierge} |
        | no parent     | absent      |
        | an unknown id | {nobody}    |

  @mock @rule:AGENTUSER-SINGLE
  Rule: An agent identity has one agent user

    Scenario: Each agent identity has an agent user of its own
      Given the administrator has created the agent user "front-desk" of "Billing"
      When the administrator creates the agent user "back-office" of "Parcel"
      Then the directory accepts it

    Scenario: An agent identity cannot have a second agent user
      Given the administrator has created the agent user "front-desk" of "Billing"
      When the administrator creates the agent user "back-office" of "Billing"
      Then the request is refused under rule "AGENTUSER-SINGLE"

  @mock @rule:AGENTUSER-DOMAIN
  Rule: The name of an agent user ends in a verified domain of the tenant

    Scenario: The name of an agent user can end in the domain of the tenant
      When the administrator creates the agent user "front-desk" of "Billing" with:
        | userPrincipalName | desk@{domain of Contoso} |
      Then the directory accepts it

    Scenario: The name of an agent user cannot end in a foreign domain
      When the administrator creates the agent user "front-desk" of "Billing" with:
        | userPrincipalName | desk@elsewhere.example |
      Then the request is refused under rule "AGENTUSER-DOMAIN"

  @mock @rule:AGENTUSER-NAME
  Rule: The name of an agent user is unique

    Scenario: An agent user can take a free name
      When the administrator creates the agent user "front-desk" of "Billing"
      Then the directory accepts it

    Scenario: An agent user cannot take the name of a person
      When the administrator creates the agent user "ada" of "Billing"
      Then the request is refused under rule "AGENTUSER-NAME"
