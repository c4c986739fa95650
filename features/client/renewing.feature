Feature: When a client renews a token
  The token of an agent identity expires. A client hands out another in time. T1 it may redeem
  as long as it is valid.

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

    Scenario: A client renews the token of a second resource within the renewal margin
      Given every token outlives the renewal margin of the client by 2 seconds
      And the client under test has a token for "Orders API" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test has 2 different tokens
      And the client under test has a token for "Orders API" of "Booking"
