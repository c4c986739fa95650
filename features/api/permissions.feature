Feature: What callers of an API may do
  An application holds roles, and whoever acts for a user holds scopes.

  Background:
    Given an API that lets good tokens in

  @api @rule:API-ROLE
  Rule: An API refuses an application that lacks its role, whatever similar role it has

    Scenario Outline: The API refuses <token>
      When it is called with "<token>"
      Then it refuses the call

      Examples: documented
        | token                                      |
        | a token of an application without a role   |
        | a token whose role begins like its role    |
        | a token whose role ends like its role      |

    Scenario: A token of an application with several roles is let in
      When it is called with "a token of an application with several roles"
      Then it lets the call in

  @api @rule:API-SCOPE
  Rule: An API finds its scope among the words of scp, and refuses a word that only contains it

    Scenario Outline: The API refuses <token>
      When it is called with "<token>"
      Then it refuses the call

      Examples: documented
        | token                                     |
        | a token whose scope begins like its scope |
        | a token whose scope ends like its scope   |

    Scenario: A token whose scope is the second of three is let in
      When it is called with "a token whose scope is the second of three"
      Then it lets the call in

  @api @rule:API-APP-VERSUS-USER
  Rule: An API takes no role for a scope, and no scope for a role

    Scenario Outline: The API refuses <token>
      When it is called with "<token>"
      Then it refuses the call

      Examples: documented
        | token                                             |
        | a token of an application whose role is its scope |
        | a token whose scope is its role                   |

    Scenario Outline: The API lets <token> in
      When it is called with "<token>"
      Then it lets the call in

      Examples: documented
        | token                                       |
        | a token of an application without idtyp     |
        | a token on behalf of a person without idtyp |
