Feature: Written blueprints
  A body can say that an application is a blueprint, and a path can say by which name it is found.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:BLUEPRINT-TYPE
  Rule: A type in the body creates a blueprint only with OData version 4.0

    Scenario: A caller creates a blueprint with the version
      Given a request of "Provisioner" with the permissions "AgentIdentityBlueprint.Create" to the directory for "/applications"
      And its method is "POST"
      And its header "odata-version" is "4.0"
      And its body says:
        | @odata.type | #Microsoft.Graph.AgentIdentityBlueprint |
        | displayName | Porter                                  |
        | sponsors    | Ada                                     |
      When it is sent
      Then the answer says:
        | @odata.type | #microsoft.graph.agentIdentityBlueprint |

    Scenario: A caller creates an ordinary application without the version
      Given a request of the administrator to the directory for "/applications"
      And its method is "POST"
      And its body says:
        | @odata.type | Microsoft.Graph.AgentIdentityBlueprint |
        | displayName | Porter                                 |
        | sponsors    | Ada                                    |
      When it is sent
      Then none of the blueprints is called "Porter"

  @mock @rule:BLUEPRINT-UPSERT
  Rule: An upsert by unique name creates a missing blueprint and changes an existing one

    Scenario: An upsert creates a missing blueprint
      Given a request of the administrator that prefers to create the blueprint "Porter" under the unique name "porter"
      When it is sent
      Then the answer has the status 201

    Scenario: An upsert changes an existing blueprint
      Given the administrator has created the blueprint "Porter" under the unique name "porter"
      And a request of the administrator that prefers to create the blueprint "Porter" under the unique name "porter"
      And its body says:
        | description | Carries luggage |
      When it is sent
      Then the answer has the status 204

    Scenario: The same upsert finds the same blueprint again
      Given the administrator has created the blueprint "Porter" under the unique name "porter"
      And a request of the administrator that prefers to create the blueprint "Porter" under the unique name "porter"
      When it is sent
      Then the answer has the status 204

    Scenario: A request without the preference creates nothing
      Given a request of the administrator that prefers to create the blueprint "Porter" under the unique name "porter"
      And it lacks the header "prefer"
      When it is sent
      Then the request is refused under rule "GRAPH-OBJECT"
