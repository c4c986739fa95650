Feature: Asking App Service for a token
  An app asks the endpoint that App Service names in IDENTITY_ENDPOINT for a token
  of its managed identity, and shows the header from IDENTITY_HEADER.

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

  @mock @rule:MI-APP-SERVICE-IDENTITY
  Rule: Only a managed identity of the app gets a token

    Scenario: A managed identity of the app is named by its client id
      Given a request of "concierge-host" to App Service for the token exchange
      And its "client_id" is "{concierge-host}"
      When it is sent
      Then a token is issued

    Scenario: A client id that no managed identity of the app has is refused
      Given a request of "concierge-host" to App Service for the token exchange
      And its "client_id" is "{nobody}"
      When it is sent
      Then the request is refused under rule "MI-APP-SERVICE-IDENTITY"

  @mock @rule:MI-RESOURCE-KNOWN
  Rule: The tenant knows the resource of a managed identity request

    Scenario: App Service gives out a token for an API of its tenant
      When "concierge-host" asks App Service for a token for "Orders API"
      Then a token is issued

    Scenario: App Service gives out no token for a resource that nobody knows
      When "concierge-host" asks App Service for a token for a resource nobody knows
      Then the request is refused under rule "MI-RESOURCE-KNOWN"
