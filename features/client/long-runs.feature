Feature: What a client does in a long run
  A server runs for weeks. It renews tokens hundreds of times, serves many callers, and goes on
  while one of them fails.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RENEW-TOKEN
  Rule: A client renews a token before it expires

    Scenario: A client does not return a token a second time that ends within the renewal margin
      Given every token ends within the renewal margin of the client
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 2 different tokens

    Scenario: A client renews a token as often as it has to
      Given every token ends within the renewal margin of the client
      When the client under test gets a token for "Microsoft Graph" as "Booking" 12 times in a row
      Then the client under test has 12 different tokens

    Scenario: A client takes the lifetime of each token from its own answer
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And every token outlives the renewal margin of the client by 2 seconds
      And the client under test has a token for "Orders API" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test has 3 different tokens

  @client @mock @rule:CACHE-REUSE
  Rule: A client reuses a token that is still valid

    Scenario: A client keeps the tokens of two agent identities
      Given the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test has a token for "Microsoft Graph" as "Billing"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 2 different tokens

    Scenario: A client keeps its token while another agent identity is refused
      Given the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And the agent identity "Billing" is disabled
      And the client under test has tried to get a token for "Microsoft Graph" as "Billing"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has the same token again

    Scenario: A client that has run for two hours keeps its tokens
      Given the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 2 hours have passed
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has the same token again

    Scenario: A client that has to wait returns the token that it holds
      Given the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And the next redemption is answered with 429 and "Retry-After: 600"
      And the client under test has tried to get a token for "Orders API" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has the same token again
