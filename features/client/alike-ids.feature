Feature: How a client tells alike ids apart
  Ids can have a beginning, an end or most of their digits in common. Only the whole id names
  an agent identity.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:CACHE-SIMILAR-IDS
  Rule: A client does not confuse agent identities with similar ids

    Scenario Outline: Agent identities whose ids differ only in <part> each get their own token
      Given the ids of "Booking" and "Billing" differ only in <part>
      And the client under test has a token for "Microsoft Graph" as "Billing"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then T1 was requested for "Booking"
      And the client under test has 2 different tokens
      And the client under test has a token for "Microsoft Graph" of "Booking"

      Examples: what a shortened cache key leaves out
        | part                    |
        | the first digit         |
        | the first group         |
        | a middle group          |
        | the last group          |
        | the order of two groups |
