Feature: When a client renews a token
  Tokens expire: T1, and the token that an agent identity gets for it. A client replaces both
  in time.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RENEW-TOKEN
  Rule: A client renews a token before it expires

    Scenario: A client renews a token within the renewal margin
      Given every token outlives the renewal margin of the client by 2 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 2 different tokens
      And 4 requests were received

    Scenario: A client renews T1 within the renewal margin before it redeems it again
      Given every token outlives the renewal margin of the client by 2 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test has a token for "Orders API" of "Booking"
      And request 3 was answered with t1
