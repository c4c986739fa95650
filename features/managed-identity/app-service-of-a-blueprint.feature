Feature: App Service as the home of a blueprint
  A blueprint that runs in App Service proves itself with the managed identity of its app. Only the
  app gets the token of that identity, and can tell from the answer how long it holds.

  @mock @live @rule:MI-TOKEN
  Rule: A managed identity token names its managed identity

    Scenario: The token of a managed identity is for the token exchange and without a user
      When "concierge-host" asks App Service for a token for the token exchange
      Then the token says:
        | aud    | the application id of the token exchange |
        | iss    | the version 2 issuer of Contoso          |
        | tid    | the tenant id of Contoso                 |
        | azpacr | 2                                        |
        | idtyp  | app                                      |
        | ver    | 2.0                                      |
        | sub    | the same as its oid                      |

  @mock @live @rule:MI-ANSWER
  Rule: A managed identity answer holds its numbers as strings

    Scenario: The members of an answer about a managed identity have their types
      When "concierge-host" asks App Service for a token for the token exchange
      Then the members of the answer have these types:
        | a text                 | access_token client_id resource token_type      |
        | a whole number in text | expires_in ext_expires_in expires_on not_before |
      And the answer has the headers:
        | content-type | matching ^application/json(;\|$) |

    Scenario: The answer about a managed identity agrees with its token
      When "concierge-host" asks App Service for a token for the token exchange
      Then the member "client_id" of the answer is the claim "azp" of its token
      And the member "expires_on" of the answer is the claim "exp" of its token

  @mock @live @rule:MI-HEADER
  Rule: The App Service endpoint answers only with its own X-IDENTITY-HEADER

    Scenario: The app gets the token of its managed identity
      Given a request of "concierge-host" to App Service for the token exchange
      When it is sent
      Then a token is issued

    Scenario: A request without an X-IDENTITY-HEADER gets no token
      Given a request of "concierge-host" to App Service for the token exchange
      And it lacks the header "X-IDENTITY-HEADER"
      When it is sent
      Then the proof is refused, by the mock under rule "MI-HEADER"

    Scenario: A request with another X-IDENTITY-HEADER gets no token
      Given a request of "concierge-host" to App Service for the token exchange
      And its header "X-IDENTITY-HEADER" is "{nobody}"
      When it is sent
      Then the proof is refused, by the mock under rule "MI-HEADER"

  @mock @live @rule:MI-RESOURCE
  Rule: A managed identity request names a resource

    Scenario: A request that names the token exchange gets its token
      When "concierge-host" asks App Service for a token for the token exchange
      Then a token is issued

    Scenario: A request that names no resource gets no token
      Given a request of "concierge-host" to App Service for the token exchange
      And it lacks "resource"
      When it is sent
      Then the proof is refused, by the mock under rule "MI-RESOURCE"

  @mock @live @rule:MI-APP-SERVICE-IDENTITY
  Rule: Only a managed identity of the app gets a token

    Scenario: A request that names no identity gets the token of the app
      When "concierge-host" asks App Service for a token for the token exchange
      Then a token is issued

    Scenario: A request that names an unknown identity gets no token
      Given a request of "concierge-host" to App Service for the token exchange
      And its "client_id" is "{nobody}"
      When it is sent
      Then the proof is refused, by the mock under rule "MI-APP-SERVICE-IDENTITY"
