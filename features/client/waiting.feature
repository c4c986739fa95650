Feature: How long a client waits
  A busy provider says when to come back, in seconds or as a date.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RETRY-AFTER
  Rule: A client sends no request before Retry-After has passed

    Scenario: A client waits before it requests T1 again
      Given the next request for T1 is answered with 429 and "Retry-After: 2"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no request came within 2 seconds after the provider was busy

    Scenario: A client waits before it redeems T1 again
      Given the next redemption is answered with 503 and "Retry-After: 2"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no request came within 2 seconds after the provider was busy

    Scenario: A client waits until the date in Retry-After
      Given the next request for T1 is answered with 429 and a Retry-After date 3 seconds from now
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no request came within 2 seconds after the provider was busy

    Scenario: A client does not retry before a long Retry-After has passed
      Given the client under test retries by itself
      And the next request for T1 is answered with 429 and "Retry-After: 600"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no request came within 600 seconds after the provider was busy

  @client @mock @rule:RETRY-AFTER-SHARED
  Rule: A second caller waits out the same Retry-After

    Scenario: A second caller waits out the same Retry-After
      Given the client under test retries by itself
      And the next request for T1 is answered with 429 and "Retry-After: 600"
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no request came within 600 seconds after the provider was busy
