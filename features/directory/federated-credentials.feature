Feature: Federated identity credentials of a blueprint
  A federated identity credential names tokens of another issuer that prove the blueprint. The
  directory accepts wrong values, and the blueprint fails later when it presents a token.

  Background:
    Given "Concierge" trusts an external issuer
    And "Concierge" trusts no federated token

  @mock @rule:FEDERATION-CREATED
  Rule: A federated identity credential can be found by its name

    Scenario: An added federated identity credential shows what it trusts
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator reads the federated identity credential "octo-ci" of the blueprint "Concierge"
      Then the answer says:
        | name             | octo-ci                    |
        | subject          | matching ^repo:contoso/    |
        | audiences.length | 1                          |
        | audiences.0      | api://AzureADTokenExchange |
        | description      | null                       |

    Scenario: The directory finds an added federated identity credential by its id too
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge"
      Then the answer repeats what the request said
      And the directory finds it by its id

  @mock @rule:FEDERATION-UPSERT
  Rule: An upsert by name creates a missing federated identity credential and changes an existing one

    Scenario: An upsert creates a federated identity credential that is missing
      When the administrator creates or changes the federated identity credential "octo-ci" of the blueprint "Concierge":
        | description | The build of Concierge |
      Then the answer says:
        | name        | octo-ci                |
        | subject     | matching ^repo:contoso |
        | description | The build of Concierge |

    Scenario: An upsert changes a federated identity credential that is there
      Given the administrator has created or changed the federated identity credential "octo-ci" of the blueprint "Concierge":
        | description | The build of Concierge |
      And the administrator has created or changed the federated identity credential "octo-ci" of the blueprint "Concierge":
        | subject | {external subject}-test |
      When the administrator reads the federated identity credential "octo-ci" of the blueprint "Concierge"
      Then the answer says:
        | subject     | matching -test$        |
        | description | The build of Concierge |

    Scenario: A change creates no federated identity credential
      When the administrator changes the federated identity credential "octo-ci" of the blueprint "Concierge":
        | subject | {external subject} |
      Then the request is refused under rule "GRAPH-OBJECT"

  @mock @rule:FEDERATION-FLEXIBLE
  Rule: The beta version shows the expression of a federated identity credential

    Scenario: A federated identity credential with an expression has no subject
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge" in the beta version with:
        | issuer                   | https://token.actions.githubusercontent.com                                                               |
        | subject                  | null                                                                                                      |
        | claimsMatchingExpression | {"value":"claims['sub'] matches 'repo:*' and claims['repository_id'] eq '7'","languageVersion":1} |
      When the administrator reads the federated identity credential "octo-ci" of the blueprint "Concierge" in the beta version
      Then the answer says:
        | subject                                  | null                     |
        | claimsMatchingExpression.value           | matching repository_id   |
        | claimsMatchingExpression.languageVersion | 1                        |

    Scenario: A federated identity credential with a subject has no expression
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator reads the federated identity credential "octo-ci" of the blueprint "Concierge" in the beta version
      Then the answer says:
        | subject                  | matching ^repo:contoso |
        | claimsMatchingExpression | null                   |

    Scenario: Version 1.0 shows no expressions
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator reads the federated identity credential "octo-ci" of the blueprint "Concierge"
      Then the answer says:
        | claimsMatchingExpression | absent |

  @mock @rule:FEDERATION-EXACT
  Rule: A federated identity credential trusts exactly the issuer, subject and audience it names

    Scenario: A blueprint proves itself with a token that its credential names
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: A blueprint cannot prove itself with a token of another <difference>
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | <property> | <value> |
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "<rule>"

      Examples: documented in workload-identity-federation-considerations.md
        | difference             | property  | value                                      | rule             |
        | issuer                 | issuer    | https://token.octo-ci.example/             | FIC-ISSUER       |
        | letter case of subject | subject   | repo:contoso/concierge:ref:refs/heads/main | FIC-SUBJECT-CASE |
        | subject than a pattern | subject   | repo:contoso/Concierge:*                   | FIC-SUBJECT      |
        | audience               | audiences | ["api://azureadtokenexchange"]             | FIC-AUDIENCE     |

    Scenario: A blueprint cannot prove itself after its federated identity credential is removed
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      And the administrator has removed the federated identity credential "octo-ci" of the blueprint "Concierge"
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-CONFIGURED"

    Scenario: A blueprint proves itself after its federated identity credential is corrected
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | subject | {external subject}-typo |
      And the administrator has changed the federated identity credential "octo-ci" of the blueprint "Concierge":
        | subject | {external subject} |
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"
