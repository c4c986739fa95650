Feature: What a client presents no more
  An assertion is good for a while. One that has expired is refused.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RENEW-ASSERTION
  Rule: A client presents no expired assertion

    Scenario: T1 that has expired is not presented for another resource
      Given "Contoso" issues T1 for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Orders API" as "Booking"
      Then no assertion is presented that has expired
      And the client under test has a token for "Orders API" of "Booking"
