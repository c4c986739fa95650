Feature: Creating an agent identity
  An agent identity is a principal without an application and without a credential. Its
  blueprint proves it.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:AGENT-CREATED
  Rule: A new agent identity names its blueprint and its creator

    Scenario: A blueprint creates an agent identity
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the answer says:
        | @odata.type              | #microsoft.graph.agentIdentity |
        | displayName              | Luggage                        |
        | servicePrincipalType     | ServiceIdentity                |
        | agentIdentityBlueprintId | the client id of Concierge     |
        | createdByAppId           | the client id of Concierge     |
        | accountEnabled           | true                           |
        | createdDateTime          | 0 seconds ago                  |
      And the answer repeats what the request said

    Scenario: A blueprint creates a second agent identity beside the first
      Given "Concierge" has created the agent identity "Luggage" of "Concierge"
      When "Concierge" creates the agent identity "Trolley" of "Concierge"
      Then the answer says:
        | displayName | Trolley |
      And the directory has the agent identity "Luggage"

  @mock @rule:AGENT-ID
  Rule: The object id of an agent identity is its client id

    Scenario: A new agent identity has one id
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the member "id" of the answer is the same as "appId"

    @live
    Scenario: An existing agent identity has one id
      When the administrator reads the agent identity "Booking"
      Then the answer says:
        | id    | the client id of Booking |
        | appId | the client id of Booking |

  @mock @rule:AGENT-TOKEN
  Rule: A new agent identity gets tokens through its blueprint

    Scenario: The blueprint obtains T1 for its new agent identity
      Given "Concierge" has created the agent identity "Luggage" of "Concierge"
      When "Concierge" asks for T1 for "Luggage"
      Then T1 for "Luggage" is issued to "Concierge"

    Scenario: A new agent identity gets a token
      Given "Concierge" has created the agent identity "Luggage" of "Concierge"
      When "Luggage" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Luggage"

  @mock @rule:AGENT-PARENT
  Rule: An agent identity belongs to a blueprint

    Scenario: An administrator creates an agent identity of a blueprint
      When the administrator creates the agent identity "Luggage" of "Concierge"
      Then the directory accepts it

    Scenario: An ordinary application cannot have an agent identity
      When the administrator creates the agent identity "Luggage" of "Intranet"
      Then the request is refused under rule "AGENT-PARENT"

  @mock @rule:AGENT-PARENT-PRINCIPAL
  Rule: The blueprint of an agent identity has a principal in the tenant

    Scenario: A blueprint with a principal can have an agent identity
      Given the administrator has created the blueprint "Porter"
      And the administrator has created the principal of "Porter"
      When the administrator creates the agent identity "Trolley" of "Porter"
      Then the directory accepts it

    Scenario: A blueprint without a principal cannot have an agent identity
      Given the administrator has created the blueprint "Porter"
      When the administrator creates the agent identity "Trolley" of "Porter"
      Then the request is refused under rule "AGENT-PARENT-PRINCIPAL"

  @mock @rule:AGENT-SPONSOR
  Rule: A new agent identity has a sponsor

    Scenario: A blueprint names a sponsor of its agent identity
      When "Concierge" creates the agent identity "Luggage" of "Concierge"
      Then the directory accepts it

    Scenario: A blueprint cannot create an agent identity without a sponsor
      When "Concierge" creates the agent identity "Luggage" of "Concierge" without a sponsor
      Then the request is refused under rule "AGENT-SPONSOR"

  @mock @rule:AGENT-CREDENTIALS
  Rule: An agent identity has no credentials of its own

    Scenario: A blueprint holds the credential for its agent identities
      When the administrator adds a client secret to the blueprint "Concierge"
      Then the directory accepts it

    Scenario: A caller cannot create an agent identity with a client secret
      When "Concierge" creates the agent identity "Luggage" of "Concierge" with:
        | passwordCredentials | [{"displayName":"Own"}] |
      Then the request is refused under rule "AGENT-CREDENTIALS"

    Scenario: A caller cannot add a client secret to an agent identity
      When the administrator adds a client secret to the agent identity "Booking"
      Then the request is refused under rule "AGENT-CREDENTIALS"

    Scenario: A caller cannot add a certificate to an agent identity
      When the administrator gives the agent identity "Booking" a certificate
      Then the request is refused under rule "AGENT-CREDENTIALS"
