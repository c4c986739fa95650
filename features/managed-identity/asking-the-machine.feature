Feature: Requesting a token from the machine
  A program requests a token of the managed identity from the instance metadata service of its
  machine. A required header keeps out requests from browsers.

  @mock @rule:MI-METADATA
  Rule: The instance metadata service answers only with the Metadata header

    Scenario: The instance metadata service answers a request with the Metadata header
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And its header "Metadata" is "true"
      When it is sent
      Then a token is issued

    Scenario: The instance metadata service refuses a request without the Metadata header
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And it lacks the header "Metadata"
      When it is sent
      Then the request is refused under rule "MI-METADATA"

    Scenario: The instance metadata service refuses a Metadata header that is not true
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And its header "Metadata" is "false"
      When it is sent
      Then the request is refused under rule "MI-METADATA"

  @mock @rule:MI-PATH
  Rule: The path of the instance metadata service may end with a slash

    Scenario: The instance metadata service answers at its path with a trailing slash
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And its path is "/{Contoso}/metadata/identity/oauth2/token/"
      When it is sent
      Then a token is issued

  @mock @rule:MI-METHOD
  Rule: Managed identity requests use GET

    Scenario: The instance metadata service answers a GET request
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And its method is "GET"
      When it is sent
      Then a token is issued

    Scenario: The instance metadata service refuses a PUT request
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And its method is "PUT"
      When it is sent
      Then the request is refused under rule "MI-METHOD"

    Scenario: App Service refuses a PUT request
      Given a request of "concierge-host" to App Service for the token exchange
      And its method is "PUT"
      When it is sent
      Then the request is refused under rule "MI-METHOD"

  @mock @rule:MI-RESOURCE
  Rule: A managed identity request names a resource

    Scenario: The instance metadata service answers a request that names a resource
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And its "resource" is "{Orders API}"
      When it is sent
      Then a token is issued

    Scenario: The instance metadata service refuses a request that names no resource
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And it lacks "resource"
      When it is sent
      Then the request is refused under rule "MI-RESOURCE"

    Scenario: The instance metadata service says what is wrong, and no more
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And it lacks "resource"
      When it is sent
      Then the answer has exactly the members:
        | error             |
        | error_description |
      And the members of the answer have these types:
        | a text | error error_description |

    Scenario: App Service refuses a request that names no resource
      Given a request of "concierge-host" to App Service for the token exchange
      And it lacks "resource"
      When it is sent
      Then the request is refused under rule "MI-RESOURCE"

  @mock @rule:MI-RESOURCE-KNOWN
  Rule: The tenant knows the resource of a managed identity request

    Scenario: A managed identity gets a token for an API of its tenant
      When "concierge-host" asks the instance metadata service for a token for "Orders API"
      Then a token is issued

    Scenario: A managed identity gets no token for an unknown resource
      When "concierge-host" asks the instance metadata service for a token for an unknown resource
      Then the request is refused under rule "MI-RESOURCE-KNOWN"

  @mock @rule:MI-IDENTITY
  Rule: Only a managed identity of the machine gets a token

    Scenario: A managed identity of the machine gets a token by its client id
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And its "client_id" is "{concierge-host}"
      When it is sent
      Then a token is issued

    Scenario: The machine refuses a client id that none of its managed identities has
      Given a request of "concierge-host" to the instance metadata service for the token exchange
      And its "client_id" is "{nobody}"
      When it is sent
      Then the request is refused under rule "MI-IDENTITY"

    Scenario: A disabled managed identity gets no token from the machine
      Given the managed identity "concierge-host" is disabled
      When "concierge-host" asks the instance metadata service for a token for the token exchange
      Then the request is refused under rule "MI-IDENTITY"
