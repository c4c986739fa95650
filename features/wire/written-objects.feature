Feature: Written objects
  A created or changed object has the properties of its type, each with a valid value.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:GRAPH-PROPERTY-KNOWN
  Rule: A written object has only properties of its type

    Scenario: A caller can write the description of a blueprint
      When the administrator changes the blueprint "Concierge":
        | description | Books tables |
      Then the blueprint "Concierge" now says:
        | description | Books tables |

    Scenario: A caller cannot write a misspelt property
      When the administrator changes the blueprint "Concierge":
        | discription | Books tables |
      Then the request is refused under rule "GRAPH-PROPERTY-KNOWN"

    Scenario: A caller cannot create an agent identity with a property of a user
      When the administrator creates the agent identity "Luggage" of "Concierge" with:
        | userPrincipalName | luggage@contoso.example |
      Then the request is refused under rule "GRAPH-PROPERTY-KNOWN"

  @mock @rule:GRAPH-PROPERTY-REQUIRED
  Rule: A created object has every property that its type needs

    Scenario: A caller can create a blueprint with a name and a sponsor
      When the administrator creates the blueprint "Porter"
      Then the directory accepts it

    Scenario Outline: A caller cannot create <object> without its <property>
      When the administrator creates <object> with:
        | <property> | absent |
      Then the request is refused under rule "GRAPH-PROPERTY-REQUIRED"

      Examples: required by the reference
        | object                                      | property          |
        | the blueprint "Porter"                      | displayName       |
        | the agent identity "Luggage" of "Concierge" | displayName       |
        | the agent user "front-desk" of "Booking"    | userPrincipalName |
        | the agent user "front-desk" of "Booking"    | accountEnabled    |

  @mock @rule:GRAPH-PROPERTY-VALUE
  Rule: A written property has a value of its type

    Scenario: A blueprint can have an audience of many tenants
      When the administrator creates the blueprint "Porter" with:
        | signInAudience | AzureADMultipleOrgs |
      Then the answer says:
        | signInAudience | AzureADMultipleOrgs |

    Scenario Outline: The directory refuses the value <value> for <property>
      When the administrator creates the blueprint "Porter" with:
        | <property> | <value> |
      Then the request is refused under rule "GRAPH-PROPERTY-VALUE"

      Examples: types in the reference
        | property       | value     |
        | signInAudience | Everybody |
        | tags           | Desk      |
        | displayName    | 7         |

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
