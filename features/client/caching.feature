Feature: What a client caches
  A cached token saves a request. A token cached under too short a key reaches the wrong
  caller.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:CACHE-PER-AGENT
  Rule: Each agent identity gets its own T1

    Scenario: A second agent identity does not get the T1 of the first
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then T1 was requested for "Billing"
      And the client under test has a token for "Microsoft Graph" of "Billing"
      And only the agent identity that T1 names presents it

    Scenario: An agent identity gets its own token again after another one
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test has a token for "Microsoft Graph" as "Billing"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A second agent identity does not get the T1 of the first for another resource
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Orders API" as "Billing"
      Then T1 was requested for "Billing"
      And the client under test has a token for "Orders API" of "Billing"

  @client @mock @rule:CACHE-SIMILAR-IDS
  Rule: A client does not confuse agent identities with similar ids

    Scenario: Agent identities whose ids differ in the last digit each get their own token
      Given the client under test has a token for "Microsoft Graph" as "Billing"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then T1 was requested for "Booking"
      And the client under test has 2 different tokens
      And the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:CACHE-REUSE
  Rule: A client reuses a token that is still valid

    Scenario: A client does not request a token for the same resource twice
      Given the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has the same token again

    Scenario: A client redeems a valid T1 for another resource
      Given the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Orders API" as "Booking"
      Then 1 request for T1 was received
      And the client under test has a token for "Orders API" of "Booking"

    Scenario: A client reuses a token until the renewal margin
      Given the client under test caches tokens
      And every token outlives the renewal margin of the client by 2 minutes
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has the same token again

  @client @mock @rule:CACHE-RESET
  Rule: A client that was reset requests a new token

    Scenario: A client that was reset does not return a token from before
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test was reset
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 2 different tokens

    Scenario: A client that was reset does not redeem a T1 from before
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test was reset
      When the client under test gets a token for "Orders API" as "Booking"
      Then 2 requests for T1 were received
      And the client under test has a token for "Orders API" of "Booking"

  @client @mock @rule:CACHE-NEW-CREDENTIAL
  Rule: A blueprint with a new credential gets a new T1

    Scenario: A client authenticates with the new secret it received
      Given the client under test acts for "Concierge" with a client secret
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test learns that "Concierge" has the new client secret "another-secret-for-tests-only"
      When the client under test gets a token for "Orders API" as "Booking"
      Then 2 requests for T1 were received
