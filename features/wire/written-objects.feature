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

    Scenario Outline: A caller cannot change the <property> of <object>
      When the administrator changes <object>:
        | <property> | <value> |
      Then the request is refused under rule "GRAPH-PROPERTY-KNOWN"

      Examples: what the directory gives out, or keeps for ever
        | object                       | property                 | value     |
        | the blueprint "Concierge"    | appId                    | {nobody}  |
        | the agent identity "Booking" | agentIdentityBlueprintId | {Courier} |

    Scenario: A caller cannot give an agent user to another agent identity
      Given the administrator has created the agent user "front-desk" of "Billing"
      When the administrator changes the agent user "front-desk":
        | identityParentId | {Billing} |
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
        | the agent user "front-desk" of "Billing"    | userPrincipalName |
        | the agent user "front-desk" of "Billing"    | accountEnabled    |

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

    Scenario: A name has 256 letters at most
      When the administrator creates the blueprint "Porter" with:
        | displayName | {257 letters} |
      Then the request is refused under rule "GRAPH-PROPERTY-VALUE"
