Feature: When a client retries
  A refused credential stays refused. A provider that is busy with one agent identity can
  still serve another.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RETRY-REFUSED
  Rule: A client does not retry a refused credential

    Scenario: A client sends an expired client secret once
      Given the client under test acts for "Concierge" with a client secret
      And "Concierge" has only these client secrets:
        | name | ends        |
        | old  | an hour ago |
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And no refused request was sent again
      And a request was refused under rule "CRED-SECRET-END"

    Scenario: A client presents a refused T1 once
      Given the agent identity "Booking" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And no refused request was sent again
      And a request was refused under rule "CLIENT-ENABLED"

  @client @mock @rule:RETRY-PER-AGENT
  Rule: Throttling of one agent identity does not block another

    Scenario: A second agent identity gets T1 while the first has to wait
      Given the next request for T1 is answered with 429 and "Retry-After: 600"
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"

    Scenario: A second agent identity redeems T1 while the first has to wait
      Given the next redemption is answered with 503 and "Retry-After: 600"
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"

    Scenario: Failures of one agent identity do not block a second
      Given every request for T1 for "Booking" is answered with 500
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"
