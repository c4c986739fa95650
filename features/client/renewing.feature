Feature: When a client renews a token
  Tokens expire, T1 as well as the token it was redeemed for. A client replaces them in
  time and never presents one that no longer holds.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:EXP-1
  Rule: A token is renewed before it expires

    Scenario: A token that has expired is not handed out
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And 2 hours have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then 4 requests were received
      And request 4 was answered with agent

    Scenario: A token in its last seconds is renewed
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And 3595 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token that ends at least 30 minutes from now

    Scenario: T1 that has expired is not presented for another resource
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And 2 hours have passed
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test has a token for "Orders API" of "Booking"
      And 4 requests were received
      And request 3 was answered with t1
