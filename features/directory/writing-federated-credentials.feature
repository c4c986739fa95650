Feature: Writing federated identity credentials
  The directory checks the shape of a federated identity credential when a caller writes it.
  It does not check whom the credential trusts.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:FEDERATION-NAME
  Rule: The name of a federated identity credential is safe in a URL

    Scenario: A name can have letters, digits and marks
      When the administrator adds the federated identity credential "Octo_CI-1" to the blueprint "Concierge"
      Then the directory accepts it

    Scenario Outline: The directory refuses a name <flaw>
      When the administrator adds the federated identity credential "<name>" to the blueprint "Concierge"
      Then the request is refused under rule "FEDERATION-NAME"

      Examples: documented in federatedidentitycredential.md
        | flaw                    | name    |
        | with a space            | octo ci |
        | with a slash            | octo/ci |
        | that starts with a mark | -octo   |
        | of two letters          | ci      |

  @mock @rule:FEDERATION-AUDIENCE
  Rule: A federated identity credential has exactly one audience

    Scenario: A credential can name any one audience
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | audiences | ["https://porter.example"] |
      Then the directory accepts it

    Scenario Outline: The directory refuses a federated identity credential with <number>
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | audiences | <audiences> |
      Then the request is refused under rule "FEDERATION-AUDIENCE"

      Examples: documented in workload-identity-federation-considerations.md
        | number        | audiences                            |
        | no audience   | []                                   |
        | two audiences | ["api://AzureADTokenExchange","two"] |

  @mock @rule:FEDERATION-ISSUER
  Rule: The issuer of a federated identity credential has no surrounding spaces

    Scenario: The directory accepts an unknown issuer
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | issuer | https://nobody.example |
      Then the directory accepts it

    Scenario: The directory refuses an issuer with a space at its end
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | issuer | {external issuer}{space} |
      Then the request is refused under rule "FEDERATION-ISSUER"

  @mock @rule:FEDERATION-NAME-FIXED
  Rule: The name of a federated identity credential does not change

    Scenario: A change can repeat the name
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator changes the federated identity credential "octo-ci" of the blueprint "Concierge":
        | name        | octo-ci     |
        | description | The build   |
      Then the directory accepts it

    Scenario: A caller cannot rename a federated identity credential
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator changes the federated identity credential "octo-ci" of the blueprint "Concierge":
        | name | octo-test |
      Then the request is refused under rule "FEDERATION-NAME-FIXED"

    Scenario: An upsert cannot have another name in its body
      When the administrator creates or changes the federated identity credential "octo-ci" of the blueprint "Concierge":
        | name | octo-test |
      Then the request is refused under rule "FEDERATION-NAME-FIXED"
