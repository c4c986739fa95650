Feature: Requests straight from the machine
  The instance metadata service answers the programs of its machine, and no proxy. Both endpoints
  want to know which of their versions a program speaks.

  @mock @rule:MI-FORWARDED
  Rule: The instance metadata service answers no request that a proxy forwarded

    Scenario: The instance metadata service answers a request that comes straight from the machine
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And it lacks the header "X-Forwarded-For"
      When it is sent
      Then a token is issued

    Scenario: The instance metadata service refuses a request with X-Forwarded-For
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And its header "X-Forwarded-For" is "10.0.0.4"
      When it is sent
      Then the request is refused under rule "MI-FORWARDED"

  @mock @rule:MI-API-VERSION
  Rule: A managed identity request names the version of the endpoint

    Scenario Outline: <Endpoint> answers a request that names a version
      Given a request of "concierge-host" to <endpoint> for the token exchange
      And its "api-version" is "<version>"
      When it is sent
      Then a token is issued

      Examples: learn.microsoft.com, the versions that its pages name
        | Endpoint                      | endpoint                      | version    |
        | The instance metadata service | the instance metadata service | 2018-02-01 |
        | App Service                   | App Service                   | 2019-08-01 |

    Scenario Outline: <Endpoint> refuses a request without a version
      Given a request of "concierge-host" to <endpoint> for the token exchange
      And it lacks "api-version"
      When it is sent
      Then the request is refused under rule "MI-API-VERSION"

      Examples: learn.microsoft.com, where api-version is required
        | Endpoint                      | endpoint                      |
        | The instance metadata service | the instance metadata service |
        | App Service                   | App Service                   |
