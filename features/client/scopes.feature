Feature: Which scopes a client requests
  A call names one resource by its scope. Scopes of OpenID Connect may be added; nothing may be
  left out or replaced.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:LEG-WHOLE-SCOPE
  Rule: A client requests every scope of a call, or refuses the call

    Scenario: A client returns no token for one resource when its caller names two
      Given the client under test takes several scopes
      When the client under test gets a token for "Microsoft Graph" and "Orders API" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A client returns no cached token for one of two resources
      Given the client under test takes several scopes
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" and "Orders API" as "Booking"
      Then the client under test reports an error
      And the client under test has 1 token

    Scenario: A client returns no cached token for the other of two resources
      Given the client under test takes several scopes
      And the client under test has a token for "Orders API" as "Booking"
      When the client under test gets a token for "Microsoft Graph" and "Orders API" as "Booking"
      Then the client under test reports an error
      And the client under test has 1 token

    Scenario: A client requests two permissions of one resource on behalf of a person
      Given the client under test acts on behalf of people
      And the client under test takes several scopes
      When the client under test gets a token for the scope "{Microsoft Graph}/User.Read {Microsoft Graph}/Mail.Read" as "Booking" on behalf of "Bea"
      Then the last exchange asks for the scope "{Microsoft Graph}/User.Read {Microsoft Graph}/Mail.Read"
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

  @client @mock @rule:LEG-SCOPE
  Rule: A client requests T1 for the token exchange, and the agent token for the resource

    Scenario: A client that gets tokens for two resources in turn requests each
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Orders API" as "Billing"
      Then every step requests its own audience
      And the client under test has a token for "Orders API" of "Billing"
