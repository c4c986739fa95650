Feature: How a client gets over a failure
  Failures pass. A client gets over those that have passed, and gives up on those that
  do not.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RETRY-4
  Rule: A failure that has passed is overcome

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

    Scenario: A client accepts tokens that are signed with a new key
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And "Contoso" has a new signing key
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"

  @client @mock @rule:RETRY-5
  Rule: Attempts come to an end

    Scenario: A provider that stays busy is not asked without end
      Given every request for T1 for "Booking" is answered with 500
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And at most 10 requests were received

  @client @mock @rule:RESP-5
  Rule: A connection that breaks ends in an error or in another attempt

    Scenario: A client gets T1 after the connection was dropped
      Given the next request for T1 is left without an answer
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client takes no token from an answer that was cut off
      Given the next answer to a redemption breaks off
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:RESP-6
  Rule: An answer that takes a second is waited for

    Scenario: A client waits for T1
      Given the answer to the next request for T1 takes a second
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client waits for the body of an answer
      Given the body of the answer to the next redemption takes a second
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
