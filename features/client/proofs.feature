Feature: What a client proves itself with
  A request carries one proof of who sends it, where nobody else reads it. Two are
  refused, none is refused, and one in the address ends up in logs.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:SEND-ONE-CREDENTIAL
  Rule: A request presents exactly one credential

    Scenario: A client with a secret presents nothing else
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request presents exactly one credential
      And 2 requests were received

    Scenario: A client with a certificate presents nothing else
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request presents exactly one credential
      And 2 requests were received

    Scenario: A client with an assertion file presents nothing else
      Given the client under test acts for "Concierge" with an assertion file
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request presents exactly one credential
      And 2 requests were received

  @client @mock @rule:SEND-MISSING-VALUE
  Rule: No parameter contains a missing value written as text

    Scenario: A client with a secret leaves out what it does not have
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no parameter holds the name of a missing value

    Scenario: A client with a managed identity leaves out what it does not have
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no parameter holds the name of a missing value

  @client @mock @rule:SEND-IN-BODY
  Rule: No URL contains a credential

    Scenario: The address of a request for T1 holds no secret
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no credential is part of a URL
      And 2 requests were received
