Feature: Requests to the directory
  Microsoft Graph looks at path, method and body of a request before it looks at objects.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:GRAPH-PATH
  Rule: A directory request uses a path that exists

    Scenario: A path of the directory is answered
      Given a request of the administrator to the directory for "/organization"
      When it is sent
      Then the directory accepts it

    Scenario Outline: The path <path> is not one of the directory
      Given a request of the administrator to the directory for "<path>"
      When it is sent
      Then the request is refused under rule "GRAPH-PATH"

      Examples: a collection and a relation that nobody has
        | path                              |
        | /agentIdentityBlueprints          |
        | /servicePrincipals/{Booking}/boss |

  @rule:GRAPH-METHOD
  Rule: A directory request uses a method that its path supports

    @mock @live
    Scenario: A listing is read with GET
      Given a request of the administrator to the directory for "/organization"
      When it is sent
      Then the directory accepts it

    @mock
    Scenario: A listing is not replaced with PUT
      Given a request of the administrator to the directory for "/domains"
      And its method is "PUT"
      And its body is "{}"
      When it is sent
      Then the request is refused under rule "GRAPH-METHOD"

  @mock @rule:GRAPH-BODY-SIZE
  Rule: The body of a directory request is not too large

    Scenario: A body of a few letters is small enough
      Given a request of the administrator to the directory for "/$batch"
      And its method is "POST"
      And its body is '{"requests":[]}'
      When it is sent
      Then the directory accepts it

    Scenario: A body of five million letters is too large
      Given a request of the administrator to the directory for "/$batch"
      And its method is "POST"
      And its body is 5000000 letters long
      When it is sent
      Then the request is refused under rule "GRAPH-BODY-SIZE"

  @mock @rule:GRAPH-BODY-TYPE
  Rule: A directory request declares its body as JSON

    Scenario: A body that is declared with its letters is read
      Given a request of the administrator to the directory for "/$batch"
      And its method is "POST"
      And its header "content-type" is "application/json; charset=utf-8"
      And its body is '{"requests":[]}'
      When it is sent
      Then the directory accepts it

    Scenario: A body that is declared as a form is not read
      Given a request of the administrator to the directory for "/$batch"
      And its method is "POST"
      And its header "content-type" is "application/x-www-form-urlencoded"
      And its body is '{"requests":[]}'
      When it is sent
      Then the request is refused under rule "GRAPH-BODY-TYPE"

  @mock @rule:GRAPH-BODY-JSON
  Rule: The body of a directory request is a JSON object

    Scenario: A JSON object is read
      Given a request of the administrator to the directory for "/applications/{Concierge}"
      And its method is "PATCH"
      And its body is '{"tags":["Front desk"]}'
      When it is sent
      Then the blueprint "Concierge" now says:
        | tags.0 | Front desk |

    Scenario Outline: <what> is not read
      Given a request of the administrator to the directory for "/applications/{Concierge}"
      And its method is "PATCH"
      And its body is '<body>'
      When it is sent
      Then the request is refused under rule "GRAPH-BODY-JSON"

      Examples: as published for what cannot be read
        | what                   | body           |
        | JSON that breaks off   | {"tags":       |
        | a list instead of JSON | ["Front desk"] |
