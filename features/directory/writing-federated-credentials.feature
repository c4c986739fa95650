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

  @mock @rule:FEDERATION-SUBJECT
  Rule: A federated identity credential names either a subject or an expression

    Scenario: A credential can name an expression instead of a subject
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" in the beta version with:
        | issuer                   | https://app.terraform.io                                                            |
        | subject                  | null                                                                                |
        | claimsMatchingExpression | {"value":"claims['sub'] matches 'organization:contoso:*'","languageVersion":1} |
      Then the directory accepts it

    Scenario: The directory refuses a federated identity credential with both
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" in the beta version with:
        | issuer                   | https://app.terraform.io                                                            |
        | claimsMatchingExpression | {"value":"claims['sub'] matches 'organization:contoso:*'","languageVersion":1} |
      Then the request is refused under rule "FEDERATION-SUBJECT"

    Scenario Outline: The directory refuses a federated identity credential with <subject>
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | subject | <value> |
      Then the request is refused under rule "FEDERATION-SUBJECT"

      Examples: documented in federatedidentitycredential.md
        | subject             | value  |
        | no subject          | absent |
        | null as the subject | null   |

    Scenario: The directory refuses a change that takes the subject away
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator changes the federated identity credential "octo-ci" of the blueprint "Concierge":
        | subject | null |
      Then the request is refused under rule "FEDERATION-SUBJECT"

  @mock @rule:FEDERATION-EXPRESSION
  Rule: The expression of a federated identity credential compares claims, in language version 1

    Scenario Outline: The directory accepts an expression with <operator>
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" in the beta version with:
        | issuer                   | https://app.terraform.io                     |
        | subject                  | null                                         |
        | claimsMatchingExpression | {"value":"<expression>","languageVersion":1} |
      Then the directory accepts it

      Examples: documented in workload-identities-flexible-federated-identity-credentials.md
        | operator | expression                                                      |
        | eq       | claims['sub'] eq 'organization:contoso'                         |
        | matches  | claims['sub'] matches 'organization:contoso:workspace:????'     |
        | and      | claims['sub'] matches 'a*' and claims['sub'] matches '*z' |

    Scenario Outline: The directory refuses an expression with <flaw>
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" in the beta version with:
        | issuer                   | https://app.terraform.io                             |
        | subject                  | null                                                 |
        | claimsMatchingExpression | {"value":"<expression>","languageVersion":<version>} |
      Then the request is refused under rule "FEDERATION-EXPRESSION"

      Examples: documented in workload-identities-flexible-federated-identity-credentials.md
        | flaw                       | expression                                        | version |
        | an unknown operator        | claims['sub'] startsWith 'a'                      | 1       |
        | or                         | claims['sub'] eq 'a' or claims['sub'] eq 'b'      | 1       |
        | no quotes                  | claims['sub'] eq a                                | 1       |
        | no claim                   | repo:contoso/*                                    | 1       |
        | nothing in it              |                                                   | 1       |
        | another version            | claims['sub'] eq 'a'                              | 2       |

    Scenario: Version 1.0 does not accept expressions
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | subject                  | null                                                |
        | claimsMatchingExpression | {"value":"claims['sub'] eq 'a'","languageVersion":1} |
      Then the request is refused under rule "GRAPH-PROPERTY-KNOWN"

  @mock @rule:FEDERATION-CLAIMS
  Rule: The expression of a federated identity credential has the claims that its issuer needs

    Scenario Outline: The directory accepts an expression on <claims> of <issuer>
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" in the beta version with:
        | issuer                   | <issuer>                                     |
        | subject                  | null                                         |
        | claimsMatchingExpression | {"value":"<expression>","languageVersion":1} |
      Then the directory accepts it

      Examples: documented for the issuers; what GitHub needs besides is captured
        | claims                     | issuer                                      | expression                                                           |
        | the subject and repository | https://token.actions.githubusercontent.com | claims['sub'] matches 'repo:*' and claims['repository_id'] eq '7'       |
        | the subject and owner      | https://token.actions.githubusercontent.com | claims['sub'] matches 'repo:*' and claims['repository_owner_id'] eq '7' |
        | the subject                | https://app.eu.terraform.io                 | claims['sub'] matches 'organization:*'                               |

    Scenario Outline: The directory refuses an expression on <claims> of <issuer>
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" in the beta version with:
        | issuer                   | <issuer>                                     |
        | subject                  | null                                         |
        | claimsMatchingExpression | {"value":"<expression>","languageVersion":1} |
      Then the request is refused under rule "FEDERATION-CLAIMS"

      Examples: captured by users of Terraform in 2026
        | claims              | issuer                                      | expression                                                           |
        | the subject         | https://token.actions.githubusercontent.com | claims['sub'] matches 'repo:contoso/*'                               |
        | the subject         | https://gitlab.com                          | claims['sub'] matches 'project_path:*'                               |
        | an unknown claim    | https://token.actions.githubusercontent.com | claims['actor'] eq 'octocat' and claims['repository_id'] eq '7'      |
        | the subject         | https://token.octo-ci.example               | claims['sub'] matches 'repo:contoso/*'                               |

  @mock @rule:FEDERATION-NAME-SINGLE
  Rule: A federated identity credential has its name alone

    Scenario: Another application can have a federated identity credential of the same name
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Courier"
      Then the directory accepts it

    Scenario: The directory refuses the same name twice
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | subject | {external subject}-test |
      Then the request is refused under rule "FEDERATION-NAME-SINGLE"

  @mock @rule:FEDERATION-SINGLE
  Rule: A federated identity credential has its pair of issuer and subject alone

    Scenario Outline: A second credential can name <another part>
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-test" to the blueprint "Concierge" with:
        | <property> | <value> |
      Then the directory accepts it

      Examples: documented in federatedidentitycredential.md
        | another part                       | property | value                         |
        | another subject of the same issuer | subject  | {external subject}-test       |
        | the same subject of another issuer | issuer   | https://token.octo-ci.example/ |

    Scenario: The directory refuses the same issuer and subject twice
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-test" to the blueprint "Concierge"
      Then the request is refused under rule "FEDERATION-SINGLE"

    Scenario: The directory refuses a change that makes issuer and subject the same
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      And the administrator has added the federated identity credential "octo-test" to the blueprint "Concierge" with:
        | subject | {external subject}-test |
      When the administrator changes the federated identity credential "octo-test" of the blueprint "Concierge":
        | subject | {external subject} |
      Then the request is refused under rule "FEDERATION-SINGLE"

  @mock @rule:FEDERATION-LIMIT
  Rule: An application has at most twenty federated identity credentials

    Scenario: An application can have a twentieth federated identity credential
      Given the administrator has added 18 federated identity credentials to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge"
      Then the directory accepts it

    Scenario: An application cannot have a twenty-first federated identity credential
      Given the administrator has added 19 federated identity credentials to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge"
      Then the request is refused under rule "FEDERATION-LIMIT"
