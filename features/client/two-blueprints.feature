Feature: How a client keeps two blueprints apart
  A program may serve several blueprints one after another. Each has agent identities and
  credentials of its own.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:CACHE-PER-BLUEPRINT
  Rule: A client that is configured for another blueprint forgets the tokens of the first

    Scenario: A client does not return a token of the first blueprint's agent identity
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test is configured for "Courier"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 1 token

    Scenario: A client authenticates as the second blueprint
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test is configured for "Courier"
      When the client under test gets a token for "Microsoft Graph" as "Parcel"
      Then the client under test has a token for "Microsoft Graph" of "Parcel"
      And the last request for T1 names "Courier" as its client

    Scenario: A client that returns to the first blueprint authenticates as the first again
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test is configured for "Courier"
      And the client under test has a token for "Microsoft Graph" as "Parcel"
      And the client under test is configured for "Concierge"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"
      And the last request for T1 names "Concierge" as its client
