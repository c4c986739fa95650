Feature: Objects that are not there
  A caller finds an object only in its own tenant and under its own type, and changes nothing that
  is not there.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:GRAPH-OBJECT
  Rule: A directory request names an object of its tenant

    @mock @live
    Scenario: A caller finds an agent identity under the path of its type
      Given a request of the administrator to the directory for "/servicePrincipals/{Booking}/microsoft.graph.agentIdentity"
      When it is sent
      Then the answer says:
        | id | the client id of Booking |

    @mock
    Scenario: The directory does not find an agent identity of another tenant
      When the administrator reads the agent identity "Outpost"
      Then the request is refused under rule "GRAPH-OBJECT"

    @mock
    Scenario: The directory does not find what another tenant has just read
      Given "Outpost" with the permission "AgentIdentity.Read.All" has read the agent identity "Outpost"
      When the administrator reads the agent identity "Outpost"
      Then the request is refused under rule "GRAPH-OBJECT"

    @mock
    Scenario: The directory does not find the manager of a user without one
      Given the administrator has created the agent user "front-desk" of "Billing"
      When the administrator reads "manager" of the agent user "front-desk"
      Then the request is refused under rule "GRAPH-OBJECT"

    @mock
    Scenario Outline: The directory does not find <object> under <path>
      Given a request of the administrator to the directory for "<path>"
      When it is sent
      Then the request is refused under rule "GRAPH-OBJECT"

      Examples: by the path of each type that it is not
        | object            | path                                                                    |
        | an agent identity | /servicePrincipals/{Booking}/microsoft.graph.agentIdentityBlueprintPrincipal |
        | an agent identity | /servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal/{Booking} |
        | an agent identity | /applications/{Booking}/microsoft.graph.agentIdentityBlueprint          |
        | a blueprint       | /servicePrincipals/{Concierge}/microsoft.graph.agentIdentity            |

    @mock
    Scenario Outline: The directory does not find what a caller <changes>
      When the administrator <changes>
      Then the request is refused under rule "GRAPH-OBJECT"

      Examples: each way of changing an object
        | changes                                       |
        | disables an unknown agent identity            |
        | deletes an unknown agent identity             |
        | deletes an unknown blueprint                  |
        | restores an unknown agent identity            |
        | permanently deletes an unknown agent identity |
        | adds a client secret to an unknown blueprint  |
        | makes "Ada" an owner of an unknown blueprint  |
