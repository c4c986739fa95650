Feature: Permissions in tokens about users
  What a token about a user permits is what its answer says, and none of the roles of the agent.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-SCOPES
  Rule: A token about a user names the permissions that were granted, and no others

    @mock @live
    Scenario: Every Graph token about a user names what its answer names, and no role
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them names every scope that its answer names
      And each of them says:
        | scp   | matching ^(?!.*(offline_access\|,)) |
        | roles | absent                            |

    @mock
    Scenario: Every token about a user names as much as its answer
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user
      Then each of them names every scope that its answer names
      And the answer with each of them names every scope that it names

    @mock
    Scenario Outline: For Orders API <tokens> names the one scope that was granted
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Orders.Read" of "Ledger API"
      When the agents of "Contoso" obtain <tokens>
      Then each of them says:
        | scp   | Orders.Read |
        | roles | absent      |

      Examples: captured tokens name the scopes of their resource and no others
        | tokens                                       |
        | every token on behalf of a person for an API |
        | every token of an agent user for an API      |
        | every renewed token for an API               |

  @rule:TOKEN-CREDENTIAL
  Rule: A token says whether its client used a secret or an assertion

    @mock @live
    Scenario: Every Graph token about a user says that its client used an assertion
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them says:
        | appidacr | 2 |
