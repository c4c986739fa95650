Feature: When a client stops presenting an assertion
  An assertion is valid for a limited time. The provider refuses an expired one.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RENEW-ASSERTION
  Rule: A client presents no expired assertion

    Scenario: A client does not present an expired T1 for another resource
      Given "Contoso" issues T1 for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test presents no expired assertion
      And the client under test has a token for "Orders API" of "Booking"

    Scenario: A client does not present a T1 that was valid for an hour
      Given "Contoso" issues T1 for 3600 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3601 seconds have passed
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test presents no expired assertion
      And the client under test has a token for "Orders API" of "Booking"

    Scenario: A client presents an assertion of its certificate that has not expired
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test presents no expired assertion
      And the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client signs another assertion when the first has expired
      Given the client under test acts for "Concierge" with a certificate
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 2 hours have passed
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test presents no expired assertion
      And the client under test has a token for "Microsoft Graph" of "Billing"
