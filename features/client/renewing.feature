Feature: When a client renews a token
  Tokens expire, T1 as well as the token it was redeemed for. A client replaces them in
  time.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RENEW-TOKEN
  Rule: A client renews a token before it expires

    Scenario: A token within the renewal margin is renewed
      Given every token outlives the renewal margin of the client by 2 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 2 different tokens
      And 4 requests were received

    Scenario: T1 within the renewal margin is renewed before it is redeemed again
      Given every token outlives the renewal margin of the client by 2 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test has a token for "Orders API" of "Booking"
      And request 3 was answered with t1
