Feature: Creating an agent user
  Where an agent identity needs a mailbox or a place in a team, it is given a user of its own.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:AGENTUSER-CREATED
  Rule: A new agent user names its agent identity

    Scenario: A new agent user is a member who belongs to an agent identity
      When the administrator creates the agent user "front-desk" of "Booking"
      Then the answer says:
        | @odata.type      | #microsoft.graph.agentUser |
        | userType         | Member                     |
        | identityParentId | the client id of Booking   |

    Scenario: A new agent user is among the agent users
      Given the administrator has created the agent user "front-desk" of "Booking"
      When the administrator lists the agent users with "$filter=identityParentId eq '{Booking}'"
      Then the answer lists exactly:
        | front-desk |

  @mock @rule:AGENTUSER-PARENT
  Rule: An agent user belongs to an agent identity

    Scenario: An agent user is created for an agent identity
      When the administrator creates the agent user "front-desk" of "Booking"
      Then the directory accepts it

    Scenario Outline: No agent user is created for <parent>
      When the administrator creates the agent user "front-desk" of "Booking" with:
        | identityParentId | <id> |
      Then the request is refused under rule "AGENTUSER-PARENT"

      Examples: documented in agent-users.md, but not how it is refused
        | parent                | id          |
        | a blueprint           | {Concierge} |
        | an id that nobody has | {nobody}    |

  @mock @rule:AGENTUSER-SINGLE
  Rule: An agent identity has one agent user

    Scenario: Each agent identity has an agent user of its own
      Given the administrator has created the agent user "front-desk" of "Booking"
      When the administrator creates the agent user "back-office" of "Billing"
      Then the directory accepts it

    Scenario: An agent identity gets no second agent user
      Given the administrator has created the agent user "front-desk" of "Booking"
      When the administrator creates the agent user "back-office" of "Booking"
      Then the request is refused under rule "AGENTUSER-SINGLE"

  @mock @rule:AGENTUSER-DOMAIN
  Rule: The name of an agent user ends in a verified domain of the tenant

    Scenario: The domain of the tenant is in the name of an agent user
      When the administrator creates the agent user "front-desk" of "Booking" with:
        | userPrincipalName | desk@{domain of Contoso} |
      Then the directory accepts it

    Scenario: A domain of somebody else is not in the name of an agent user
      When the administrator creates the agent user "front-desk" of "Booking" with:
        | userPrincipalName | desk@elsewhere.example |
      Then the request is refused under rule "AGENTUSER-DOMAIN"

  @mock @rule:AGENTUSER-NAME
  Rule: The name of an agent user is unique

    Scenario: An agent user takes a free name
      When the administrator creates the agent user "front-desk" of "Billing"
      Then the directory accepts it

    Scenario: An agent user does not take the name of a person
      When the administrator creates the agent user "ada" of "Booking"
      Then the request is refused under rule "AGENTUSER-NAME"
