Feature: Requesting a token from App Service
  An app requests a token of its managed identity from the endpoint in IDENTITY_ENDPOINT, and
  sends the header value from IDENTITY_HEADER.

  @mock @rule:MI-HEADER
  Rule: The App Service endpoint answers only with its own X-IDENTITY-HEADER

    Scenario: App Service answers a request with its own X-IDENTITY-HEADER
      Given a request of "concierge-host" to App Service for the token exchange
      And its header "X-IDENTITY-HEADER" is "{Contoso}"
      When it is sent
      Then a token is issued

    Scenario: App Service refuses a request without an X-IDENTITY-HEADER
      Given a request of "concierge-host" to App Service for the token exchange
      And it lacks the header "X-IDENTITY-HEADER"
      When it is sent
      Then the request is refused under rule "MI-HEADER"
      And the answer has no body

    Scenario: App Service refuses an X-IDENTITY-HEADER that is not its own
      Given a request of "concierge-host" to App Service for the token exchange
      And its header "X-IDENTITY-HEADER" is "{nobody}"
      When it is sent
      Then the request is refused under rule "MI-HEADER"

    Scenario: App Service refuses an X-IDENTITY-HEADER that begins with its own
      Given a request of "concierge-host" to App Service for the token exchange
      And its header "X-IDENTITY-HEADER" is "{Contoso}x"
      When it is sent
      Then the request is refused under rule "MI-HEADER"

  @mock @rule:MI-APP-SERVICE-IDENTITY
  Rule: Only a managed identity of the app gets a token

    Scenario: A managed identity of the app gets a token by its client id
      Given a request of "concierge-host" to App Service for the token exchange
      And its "client_id" is "{concierge-host}"
      When it is sent
      Then a token is issued

    Scenario: App Service refuses a client id that no managed identity of the app has
      Given a request of "concierge-host" to App Service for the token exchange
      And its "client_id" is "{nobody}"
      When it is sent
      Then the request is refused under rule "MI-APP-SERVICE-IDENTITY"

  @mock @rule:MI-RESOURCE-KNOWN
  Rule: The tenant knows the resource of a managed identity request

    Scenario: App Service issues a token for an API of its tenant
      When "concierge-host" asks App Service for a token for "Orders API"
      Then a token is issued

    Scenario: App Service issues no token for an unknown resource
      When "concierge-host" asks App Service for a token for an unknown resource
      Then the request is refused under rule "MI-RESOURCE-KNOWN"
