Feature: What a client makes of failures on behalf of people
  A provider that is busy with one person can still serve another, and is busy only for a while.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:PERSON-THROTTLED
  Rule: A request that was throttled for one person does not block another person

    Scenario: A second person gets a token while the first has to wait
      Given the client under test acts on behalf of people
      And the next exchange is answered with 429 and "Retry-After: 600"
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      Then the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Carlos"

    Scenario: A second agent user gets a token while the first has to wait
      Given the client under test acts as agent users
      And "Billing" has the user "Clerk", who reads mail
      And the next request for an agent user is answered with 503 and "Retry-After: 600"
      And the client under test has tried to get a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      When the client under test gets a token for "Microsoft Graph" as the user "Clerk" of "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing" as the user "Clerk"

  @client @mock @rule:RETRY-RECOVERS
  Rule: A client recovers from a transient failure

    Scenario: A client exchanges the token of a person after the provider was busy
      Given the client under test acts on behalf of people
      And the next exchange is answered with 503 and "Retry-After: 1"
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And 2 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: A client gets the token of an agent user after the provider was busy
      Given the client under test acts as agent users
      And the next request for T2 is answered with 429 and "Retry-After: 1"
      And the client under test has tried to get a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And 2 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

    Scenario: A client gets a token on behalf of a person after every exchange failed
      Given the client under test acts on behalf of people
      And every exchange is answered with 500
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And every fault is over
      And 2 hours have passed
      And "Bea" has signed in again
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"
