Feature: Expressions of federated identity credentials
  An expression in the beta version says what the claims of a token have to be, where a subject
  would be too exact.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

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
