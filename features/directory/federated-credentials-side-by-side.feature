Feature: Federated identity credentials side by side
  An application has up to twenty federated identity credentials, each of them only once.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:FEDERATION-CREATED
  Rule: A federated identity credential can be found by its name

    Scenario: A blueprint lists its own federated identity credentials alone
      Given "Concierge" trusts no federated token
      And the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      And the administrator has added the federated identity credential "octo-test" to the blueprint "Courier"
      When the administrator reads "federatedIdentityCredentials" of the blueprint "Concierge"
      Then the answer lists exactly:
        | octo-ci |

    Scenario: A changed federated identity credential keeps its description
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge" with:
        | description | The build |
      And the administrator has changed the federated identity credential "octo-ci" of the blueprint "Concierge":
        | subject | {external subject}-test |
      When the administrator reads the federated identity credential "octo-ci" of the blueprint "Concierge"
      Then the answer says:
        | description | The build |

  @mock @rule:FEDERATION-NAME-SINGLE
  Rule: A federated identity credential has its name alone

    Scenario: Another application can have a federated identity credential of the same name
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Courier"
      Then the directory accepts it

    Scenario: A name is free again when its federated identity credential is removed
      Given the administrator has added the federated identity credential "octo-ci" to the blueprint "Concierge"
      And the administrator has removed the federated identity credential "octo-ci" of the blueprint "Concierge"
      When the administrator adds the federated identity credential "octo-ci" to the blueprint "Concierge"
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
