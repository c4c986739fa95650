Feature: How a client recovers from a failure
  Many failures are transient. A client works again as soon as they end.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RETRY-RECOVERS
  Rule: A client recovers from a transient failure

    Scenario: A client gets T1 after the provider was busy
      Given the next request for T1 is answered with 503 and "Retry-After: 1"
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      And 2 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client redeems T1 after the provider was busy
      Given the next redemption is answered with 429 and "Retry-After: 1"
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      And 2 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client that retries by itself gets T1 within one call
      Given the client under test retries by itself
      And the next request for T1 is answered with 503 and "Retry-After: 1"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client that retries by itself redeems T1 within one call
      Given the client under test retries by itself
      And the next redemption is answered with 503 and "Retry-After: 1"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client accepts tokens that are signed with a new key
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And "Contoso" has a new signing key
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"
