Feature: Requesting a resource
  A client names the one resource that it wants a token for. The tenant knows the resource,
  and the resource accepts the client.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:SCOPE-SINGLE
  Rule: A client credentials scope names one resource

    Scenario: A blueprint that names one resource gets a token for it
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A client that names two resources at once gets no token
      When "Concierge" asks for a token for "Microsoft Graph" and the token exchange
      Then the request is refused under rule "SCOPE-SINGLE"

  @mock @live @rule:SCOPE-DEFAULT
  Rule: A client credentials scope is the .default scope of its resource

    Scenario: An agent identity requests everything it was granted on a resource
      When "Booking" asks for a token for the scope "{Microsoft Graph}/.default"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot request a single permission
      When "Booking" asks for a token for the scope "{Microsoft Graph}/User.Read.All"
      Then the request is refused under rule "SCOPE-DEFAULT"

  @mock @rule:TOKEN-OIDC-SCOPES
  Rule: OIDC scopes beside a resource have no effect

    Scenario: A blueprint adds OIDC scopes to the token exchange
      Given a request of "Concierge" for T1 for "Booking"
      And its "scope" is "{the token exchange}/.default openid profile offline_access"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: An agent identity adds OIDC scopes to a resource
      When "Booking" asks for a token for the scope "{Microsoft Graph}/.default openid offline_access profile"
      Then a token for "Microsoft Graph" is issued to "Booking"

  @rule:RESOURCE-KNOWN
  Rule: The tenant knows the requested resource

    @mock
    Scenario: A request may name a known resource in any letter case
      When "Booking" asks for a token for the token exchange in upper case
      Then a token for the token exchange is issued to "Booking"

    @mock @live
    Scenario: A request may name a known resource by its id
      When "Booking" asks for a token for the token exchange by its id
      Then a token for the token exchange is issued to "Booking"

    @mock @live
    Scenario: A client gets no token for an unknown resource
      When "Booking" asks for a token for an unknown resource
      Then the request is refused under rule "RESOURCE-KNOWN"

    @mock
    Scenario: A client gets no token for a deleted resource
      Given the resource "Ledger API" no longer exists
      When "Booking" asks for a token for the scope "{Ledger API}/.default"
      Then the request is refused under rule "RESOURCE-KNOWN"

  @mock @rule:RESOURCE-ENABLED
  Rule: A disabled resource gets no tokens

    Scenario: A disabled resource does not affect another one
      Given the resource "Ledger API" is disabled
      When "Booking" asks for a token for "Orders API"
      Then a token for "Orders API" is issued to "Booking"

    Scenario: A disabled resource gets no tokens
      Given the resource "Ledger API" is disabled
      When "Booking" asks for a token for "Ledger API"
      Then the request is refused under rule "RESOURCE-ENABLED"

  @mock @rule:RESOURCE-BLUEPRINT
  Rule: A blueprint gets tokens only for the token exchange and Microsoft Graph

    Scenario: An agent identity gets a token for a resource closed to its blueprint
      When "Booking" asks for a token for "Orders API"
      Then a token for "Orders API" is issued to "Booking"

    Scenario: A blueprint gets no token for an ordinary resource
      When "Concierge" asks for a token for "Orders API"
      Then the request is refused under rule "RESOURCE-BLUEPRINT"

  @mock @rule:RESOURCE-ASSIGNED
  Rule: A resource that requires assignment is open only to clients with one of its roles

    Scenario: An agent identity with a role of the resource gets a token for it
      Given the resource "Orders API" requires assignment
      When "Booking" asks for a token for "Orders API"
      Then a token for "Orders API" is issued to "Booking"

    Scenario: An agent identity without a role of the resource gets no token for it
      Given the resource "Orders API" requires assignment
      When "Billing" asks for a token for "Orders API"
      Then the request is refused under rule "RESOURCE-ASSIGNED"

  @mock @rule:RESOURCE-SELF
  Rule: A client that requests a token for itself uses its id as the resource

    Scenario: An application gets a token for itself by its id
      Given the application "Intranet" is also a resource
      When "Intranet" asks for a token for "Intranet" by its id
      Then a token for "Intranet" is issued to "Intranet"

    Scenario: An application gets no token for itself by its address
      Given the application "Intranet" is also a resource
      When "Intranet" asks for a token for "Intranet"
      Then the request is refused under rule "RESOURCE-SELF"
