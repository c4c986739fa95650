Feature: Answers of the directory
  Tools distinguish refusals by their code, and support asks for their ids. Paths have several
  spellings, and tools use all of them.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:GRAPH-ERROR-BODY
  Rule: A directory refusal names the code, the message, the time and the request

    Scenario: A directory refusal has a code, a message and ids
      Given a request of the administrator to the directory for "/servicePrincipals/{nobody}"
      When it is sent
      Then the answer says:
        | error.code                         | Request_ResourceNotFound                       |
        | error.message                      | present                                        |
        | error.innerError.date              | matching ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$ |
        | error.innerError.request-id        | matching ^[0-9a-f-]{36}$                       |
        | error.innerError.client-request-id | matching ^[0-9a-f-]{36}$                       |
      And the refusal and its headers name the same directory request

  @mock @live @rule:GRAPH-ERROR-REQUEST
  Rule: A directory refusal repeats the client request id

    Scenario: A refusal repeats the client request id in its body and in a header
      Given a request of the administrator to the directory for "/servicePrincipals/{nobody}"
      And its header "client-request-id" is "7c0f4a1e-2b7d-4d53-9c5e-0f6a1d2b3c4d"
      When it is sent
      Then the answer says:
        | error.innerError.client-request-id | 7c0f4a1e-2b7d-4d53-9c5e-0f6a1d2b3c4d |
      And the answer has the headers:
        | client-request-id | 7c0f4a1e-2b7d-4d53-9c5e-0f6a1d2b3c4d |
      And the request id of the refusal is not that of the client

  @mock @rule:GRAPH-SPELLING
  Rule: Every spelling of a path finds the same directory object

    Scenario Outline: A caller finds a blueprint at <path>
      Given a request of the administrator to the directory for "<path>"
      When it is sent
      Then the answer says:
        | appId | the client id of Concierge |

      Examples: spelled as in tools of Microsoft
        | path                                                              |
        | /applications/{Concierge}                                         |
        | /applications/{Concierge}/                                        |
        | /beta/applications/{Concierge}                                    |
        | /applications(appId='{Concierge}')                                |
        | /applications/{Concierge}/microsoft.graph.agentIdentityBlueprint  |
        | /applications/microsoft.graph.agentIdentityBlueprint/{Concierge}  |
        | /beta/applications/graph.agentIdentityBlueprint/{Concierge}       |
        | /Applications/{Concierge}/Microsoft.Graph.AgentIdentityBlueprint/ |

    Scenario Outline: A caller finds an agent identity at <path>
      Given a request of the administrator to the directory for "<path>"
      When it is sent
      Then the answer says:
        | id | the client id of Booking |

      Examples: spelled as in tools
        | path                                                            |
        | /serviceprincipals/{Booking}                                    |
        | /beta/serviceprincipals/Microsoft.Graph.AgentIdentity/{Booking} |
        | /servicePrincipals/{Booking}/microsoft.graph.agentIdentity      |
        | /servicePrincipals/{Booking in capitals}                        |
