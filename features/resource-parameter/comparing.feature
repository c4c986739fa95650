Feature: The parameter resource beside the scope
  Clients of MCP servers name their server in the parameter resource (RFC 8707). Microsoft Entra
  compares it with the resource of the scopes. Whether it does so in the grants of agents is not
  known: a tenant of the mock can be told to.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:RESOURCE-PARAMETER
  Rule: The parameter resource is the Application ID URI of the resource of the scopes

    Background:
      Given "Contoso" compares the parameter resource in every grant

    Scenario: A request may name the resource of its scope
      Given a request of "Booking" for a token for "Orders API"
      And its "resource" is "{Orders API}"
      When it is sent
      Then a token for "Orders API" is issued to "Booking"

    Scenario: A request on behalf of a person may name the resource of its scope
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "resource" is "{Microsoft Graph}"
      When it is sent
      Then the token says:
        | oid | the id of Bea |

    Scenario Outline: A request cannot name <what>
      Given a request of "Booking" for a token for "Orders API"
      And its "resource" is "<resource>"
      When it is sent
      Then the request is refused under rule "RESOURCE-PARAMETER"

      Examples: near misses of real clients
        | what                              | resource             |
        | another resource                  | {Ledger API}         |
        | a resource that nobody knows      | https://mcp.example  |
        | its resource with a slash         | {Orders API}/        |
        | a path of its resource            | {Orders API}/mcp     |
        | its resource with the scope       | {Orders API}/.default |

    Scenario: A request on behalf of a person cannot name another resource
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "resource" is "{Orders API}"
      When it is sent
      Then the request is refused under rule "RESOURCE-PARAMETER"

    Scenario: A request as an agent user cannot name another resource
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "resource" is "{Orders API}"
      When it is sent
      Then the request is refused under rule "RESOURCE-PARAMETER"

    Scenario: An empty parameter resource is none
      Given a request of "Booking" for a token for "Orders API"
      And its "resource" is ""
      When it is sent
      Then a token for "Orders API" is issued to "Booking"

  @mock @rule:RESOURCE-PARAMETER-VERSION
  Rule: Only a resource that takes version 2 tokens can be named by the parameter resource

    Background:
      Given "Contoso" compares the parameter resource in every grant

    Scenario: A request cannot name a resource that takes version 1 tokens
      Given the resource "Orders API" takes version 1 tokens
      And a request of "Booking" for a token for "Orders API"
      And its "resource" is "{Orders API}"
      When it is sent
      Then the request is refused under rule "RESOURCE-PARAMETER-VERSION"

    Scenario: A request may name Microsoft Graph, which takes version 1 tokens
      Given a request of "Booking" for a token for "Microsoft Graph"
      And its "resource" is "{Microsoft Graph}"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A request without the parameter gets version 1 tokens
      Given the resource "Orders API" takes version 1 tokens
      When "Booking" asks for a token for "Orders API"
      Then a token for "Orders API" is issued to "Booking"

  @mock @rule:RESOURCE-PARAMETER-IGNORED
  Rule: Agents may name a resource beside the scope as they like

    Scenario: An agent identity names another resource beside its scope
      Given a request of "Booking" for a token for "Orders API"
      And its "resource" is "{Ledger API}"
      When it is sent
      Then a token for "Orders API" is issued to "Booking"

    Scenario: An agent identity names another resource beside its scope on behalf of a person
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "resource" is "{Ledger API}"
      When it is sent
      Then the token says:
        | oid | the id of Bea |

    Scenario: An agent identity names another resource beside its scope as its agent user
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "resource" is "{Ledger API}"
      When it is sent
      Then the token says:
        | oid | the id of Assistant |
