Feature: Requests to the directory
  Microsoft Graph checks the path, method and body of a request before it looks up objects.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:GRAPH-PATH
  Rule: A directory request uses a path that exists

    Scenario: The directory answers at one of its paths
      Given a request of the administrator to the directory for "/organization"
      When it is sent
      Then the directory accepts it

    Scenario Outline: The directory refuses the unknown path <path>
      Given a request of the administrator to the directory for "<path>"
      When it is sent
      Then the request is refused under rule "GRAPH-PATH"

      Examples: an unknown collection and an unknown relation
        | path                              |
        | /agentIdentityBlueprints          |
        | /servicePrincipals/{Booking}/boss |

  @rule:GRAPH-METHOD
  Rule: A directory request uses a method that its path supports

    @mock @live
    Scenario: A caller can read a listing with GET
      Given a request of the administrator to the directory for "/organization"
      When it is sent
      Then the directory accepts it

    @mock
    Scenario: A caller cannot replace a listing with PUT
      Given a request of the administrator to the directory for "/domains"
      And its method is "PUT"
      And its body is "{}"
      When it is sent
      Then the request is refused under rule "GRAPH-METHOD"

  @mock @rule:GRAPH-BODY-SIZE
  Rule: The body of a directory request is not too large

    Scenario: The directory accepts a body of a few letters
      Given a request of the administrator to the directory for "/$batch"
      And its method is "POST"
      And its body is '{"requests":[]}'
      When it is sent
      Then the directory accepts it

    Scenario: The directory refuses a body of five million letters
      Given a request of the administrator to the directory for "/$batch"
      And its method is "POST"
      And its body is 5000000 letters long
      When it is sent
      Then the request is refused under rule "GRAPH-BODY-SIZE"

  @mock @rule:GRAPH-BODY-TYPE
  Rule: A directory request declares its body as JSON

    Scenario: The directory reads a JSON body that declares its charset
      Given a request of the administrator to the directory for "/$batch"
      And its method is "POST"
      And its header "content-type" is "application/json; charset=utf-8"
      And its body is '{"requests":[]}'
      When it is sent
      Then the directory accepts it

    Scenario: The directory refuses a body that is declared as a form
      Given a request of the administrator to the directory for "/$batch"
      And its method is "POST"
      And its header "content-type" is "application/x-www-form-urlencoded"
      And its body is '{"requests":[]}'
      When it is sent
      Then the request is refused under rule "GRAPH-BODY-TYPE"

  @mock @rule:GRAPH-BODY-JSON
  Rule: The body of a directory request is a JSON object

    Scenario: The directory reads a JSON object
      Given a request of the administrator to the directory for "/applications/{Concierge}"
      And its method is "PATCH"
      And its body is '{"tags":["Front desk"]}'
      When it is sent
      Then the blueprint "Concierge" now says:
        | tags.0 | Front desk |

    Scenario Outline: The directory refuses <what>
      Given a request of the administrator to the directory for "/applications/{Concierge}"
      And its method is "PATCH"
      And its body is '<body>'
      When it is sent
      Then the request is refused under rule "GRAPH-BODY-JSON"

      Examples: published for unreadable bodies
        | what                        | body           |
        | incomplete JSON             | {"tags":       |
        | a list instead of an object | ["Front desk"] |
