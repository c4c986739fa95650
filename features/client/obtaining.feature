Feature: How a client gets a token
  A client gets T1 with a credential of the blueprint, and redeems it for a token of the agent
  identity. A client that gets no token here is judged by nothing else.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:LEG-TOKEN
  Rule: A client gets a token with every credential that it declares

    Scenario: A client gets a token with a client secret
      Given the client under test acts for "Concierge" with a client secret
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client gets a token with a certificate
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client gets a token with a certificate and its chain
      Given the client under test acts for "Concierge" with a certificate and its chain
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client gets a token with an assertion file
      Given the client under test acts for "Concierge" with an assertion file
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client gets a token with a managed identity of App Service
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client gets a token with a managed identity of a virtual machine
      Given the client under test acts for "Concierge" with the managed identity "concierge-host" of a virtual machine
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
