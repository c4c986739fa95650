Feature: What a client makes of the ways of being busy
  A provider is busy under several statuses, and says when to come back in several forms. A
  client waits as long as it is told, and not for ever.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RETRY-ENDS
  Rule: A client stops retrying at some point

    Scenario Outline: A client stops when every request for T1 is answered with <status>
      Given every request for T1 is answered with <status>
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And at most 10 requests were received

      Examples: RFC 9110 section 15.6 and RFC 6585 section 4
        | status |
        | 429    |
        | 502    |
        | 504    |

    Scenario: A client stops when every request for T1 may be repeated at once
      Given every request for T1 is answered with 429 and "Retry-After: 0"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And at most 10 requests were received

  @client @mock @rule:RETRY-RECOVERS
  Rule: A client recovers from a transient failure

    Scenario: A client that retries by itself gets T1 at the date in Retry-After
      Given the client under test retries by itself
      And the next request for T1 is answered with 429 and a Retry-After date 2 seconds from now
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:RETRY-AFTER-SHARED
  Rule: A second caller waits out the same Retry-After

    Scenario: A second caller waits out the Retry-After of a redemption
      Given the client under test retries by itself
      And the next redemption is answered with 429 and "Retry-After: 600"
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no request came within 600 seconds after the provider was busy
