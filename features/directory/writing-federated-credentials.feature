Feature: Writing federated identity credentials
  What a federated identity credential can be is checked when it is written; whom it trusts
  is not.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:FEDERATION-NAME
  Rule: The name of a federated identity credential is safe in a URL

    Scenario: A name of letters, digits and marks is taken
      When the administrator adds the federated identity credential "Octo_CI-1" to the blueprint "Concierge"
      Then the directory accepts it

    Scenario Outline: A name <flaw> is not taken
      When the administrator adds the federated identity credential "<name>" to the blueprint "Concierge"
      Then the request is refused under rule "FEDERATION-NAME"

      Examples: documented in federatedidentitycredential.md
        | flaw                  | name    |
        | with a space          | octo ci |
        | with a slash          | octo/ci |
        | that starts by a mark | -octo   |
        | of two letters        | ci      |

  @mock @rule:FEDERATION-AUDIENCE
  Rule: A federated identity credential has exactly one audience

    Scenario: One audience of any name is taken
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | audiences | ["https://porter.example"] |
      Then the directory accepts it

    Scenario Outline: A federated identity credential with <number> is not taken
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | audiences | <audiences> |
      Then the request is refused under rule "FEDERATION-AUDIENCE"

      Examples: documented in workload-identity-federation-considerations.md
        | number        | audiences                            |
        | no audience   | []                                   |
        | two audiences | ["api://AzureADTokenExchange","two"] |

  @mock @rule:FEDERATION-ISSUER
  Rule: The issuer of a federated identity credential has no surrounding spaces

    Scenario: An issuer that nobody knows is taken
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | issuer | https://nobody.example |
      Then the directory accepts it

    Scenario: An issuer with a space at its end is not taken
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | issuer | {external issuer}{space} |
      Then the request is refused under rule "FEDERATION-ISSUER"

  @mock @rule:FEDERATION-SINGLE
  Rule: Federated identity credentials have unique names and unique pairs of issuer and subject

    Scenario: Another subject of the same issuer is taken under another name
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-test" to the blueprint "Concierge" with:
        | subject | {external subject}-test |
      Then the directory accepts it

    Scenario Outline: The same <part> is not taken twice
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator adds the federated identity credential "<name>" to the blueprint "Concierge" with:
        | subject | <subject> |
      Then the request is refused under rule "FEDERATION-SINGLE"

      Examples: as a tool takes the answer
        | part               | name      | subject                 |
        | name               | octo-ci   | {external subject}-test |
        | issuer and subject | octo-test | {external subject}      |

  @mock @rule:FEDERATION-LIMIT
  Rule: An application has at most twenty federated identity credentials

    Scenario: The twentieth federated identity credential is taken
      Given the administrator has added 18 federated identity credentials to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge"
      Then the directory accepts it

    Scenario: The twenty-first federated identity credential is not taken
      Given the administrator has added 19 federated identity credentials to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge"
      Then the request is refused under rule "FEDERATION-LIMIT"
