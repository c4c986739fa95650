Feature: How a client presents its credential
  A request carries exactly one credential, in a place that stays private. The provider
  refuses two credentials or none, and a credential in the URL ends up in logs.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:SEND-ONE-CREDENTIAL
  Rule: A request presents exactly one credential

    Scenario: A client with a secret presents nothing else
      Given the client under test acts for "Concierge" with a client secret
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request presents exactly one credential
      And the client under test has 1 token

    Scenario: A client with a certificate presents nothing else
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request presents exactly one credential
      And the client under test has 1 token

    Scenario: A client with an assertion file presents nothing else
      Given the client under test acts for "Concierge" with an assertion file
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request presents exactly one credential
      And the client under test has 1 token

  @client @mock @rule:SEND-MISSING-VALUE
  Rule: No parameter contains a missing value written as text

    Scenario: A client with a secret omits parameters without a value
      Given the client under test acts for "Concierge" with a client secret
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no parameter contains a missing value written as text

    Scenario: A client with a managed identity omits parameters without a value
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no parameter contains a missing value written as text

  @client @mock @rule:SEND-IN-BODY
  Rule: No URL contains a credential

    Scenario: The URL of a request for T1 contains no secret
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no URL contains a credential
      And the client under test has 1 token
