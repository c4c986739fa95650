Feature: How a client handles a bad connection
  Answers arrive late, in part, or not at all. A client waits, retries a few times, and gives
  up.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RETRY-ENDS
  Rule: A client stops retrying at some point

    Scenario: A client stops asking a provider that stays busy
      Given every request for T1 for "Booking" is answered with 500
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And at most 10 requests were received

  @client @mock @rule:ANSWER-BROKEN-OFF
  Rule: A broken connection ends in an error or in another attempt

    Scenario: A client gets T1 after a dropped connection
      Given the next request for T1 gets no answer
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client takes no token from a truncated answer
      Given the next answer to a redemption breaks off
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client returns no part of a token
      Given the next answer to a redemption breaks off
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test returned no part of a token

    Scenario: A client redeems no part of T1
      Given the next answer to a request for T1 breaks off
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no token request was refused

  @client @mock @rule:ANSWER-SLOW
  Rule: A client waits for an answer that takes a second

    Scenario: A client waits for a slow T1
      Given the answer to the next request for T1 takes a second
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client waits for a slow body
      Given the body of the answer to the next redemption takes a second
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
