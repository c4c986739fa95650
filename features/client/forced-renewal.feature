Feature: What a client does when a caller demands a new token
  A resource can refuse a token that looks valid. Its caller then demands a new one.

  Background:
    Given the client under test acts for "Concierge"
    And the client under test can be told to renew

  @client @mock @rule:RENEW-FORCED
  Rule: A caller that demands a new token gets a new one

    Scenario: A client requests a token although it has a valid one
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test is told to renew its token for "Microsoft Graph" as "Booking"
      Then the client under test has 2 different tokens
      And the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client that is told to renew again requests a token again
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test has renewed its token for "Microsoft Graph" as "Booking"
      When the client under test is told to renew its token for "Microsoft Graph" as "Booking"
      Then the client under test has 3 different tokens

    Scenario: A client that is told to renew one token keeps to that agent identity
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test has a token for "Microsoft Graph" as "Billing"
      When the client under test is told to renew its token for "Microsoft Graph" as "Billing"
      Then the client under test has 3 different tokens
      And the client under test has a token for "Microsoft Graph" of "Billing"

    Scenario: A client that cannot renew does not return the token that its caller refused
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the agent identity "Booking" is disabled
      When the client under test is told to renew its token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 1 token

  @client @mock @rule:CACHE-NEWEST
  Rule: A renewed token replaces the one before

    Scenario: A client returns the renewed token from then on
      Given the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test has renewed its token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has the newest token of 2
