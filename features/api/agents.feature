Feature: Which agents an API lets in
  An API may be for agents alone, for some of them, or for some ways in which they act.

  Background:
    Given an API that lets good tokens in

  @api @rule:API-APPS
  Rule: An API for users alone refuses an agent that acts for itself

    Scenario: An agent that acts for itself is refused
      Given it does not let in agents that act for themselves
      When agents that act for themselves call it
      Then it refuses the call

  @api @rule:API-PEOPLE
  Rule: An API for applications alone refuses an agent that acts on behalf of a person

    Scenario: An agent that acts on behalf of a person is refused
      Given it does not let in agents that act on behalf of people
      When agents that act on behalf of people call it
      Then it refuses the call

  @api @rule:API-AGENT-USER
  Rule: An API for people or applications alone refuses the users of agents

    Scenario: The user of an agent is refused
      Given it does not let in the users of agents
      When the users of agents call it
      Then it refuses the call

  @api @rule:API-AGENT-IDENTITY
  Rule: An API that lets one agent identity in refuses another of the same blueprint

    Scenario: Another agent identity of the same blueprint is refused
      Given it does not let in every agent identity
      When "Billing" calls it
      Then it refuses the call

    Scenario: An agent identity of another blueprint is refused
      Given it does not let in every agent identity
      When "Parcel" calls it
      Then it refuses the call

  @api @rule:API-AGENT-REQUIRED
  Rule: An API for agents alone refuses an ordinary application and a blueprint

    Scenario Outline: The API refuses <token>
      Given it is for agents alone
      When it is called with "<token>"
      Then it refuses the call

      Examples: documented
        | token                              |
        | a token of an ordinary application |
        | a token of a blueprint             |

  @api @rule:API-AGENT-CLAIMS-ABSENT
  Rule: An API for agents alone refuses a token without the claims that name an agent

    Scenario Outline: The API refuses <token>
      Given it is for agents alone
      When it is called with "<token>"
      Then it refuses the call

      Examples: documented
        | token                                      |
        | a token without the claims of an agent     |
        | a token that names a blueprint and no agent |

  @api @rule:API-FACET-SET
  Rule: An API reads facets as a set of whole numbers, in any order and beside unknown ones

    Scenario Outline: The API lets <token> in
      Given it is for agents alone
      When it is called with "<token>"
      Then it lets the call in

      Examples: documented
        | token                                |
        | a token with the facets 11 9 3       |
        | a token with the facets 3 9 10 11 24 |

    Scenario Outline: The API refuses <token>
      Given it is for agents alone
      When it is called with "<token>"
      Then it refuses the call

      Examples: documented
        | token                            |
        | a token with the facets 111 3 9  |
        | a token with the facets 1 1 3 9  |
        | a token with the facets -11 3 9  |
        | a token with the facets 11.0 3 9 |
        | a token with the facets 113 3 9  |
