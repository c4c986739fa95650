Feature: What a client does while a failure lasts
  Some failures outlive every retry, and some outlive a token. A client says so, and works again
  when they are over.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RENEW-NO-STALE
  Rule: A client returns no expired token while it cannot renew it

    Scenario Outline: A client reports an error when its token has expired and <leg> is answered with 503
      Given every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      And every <leg> is answered with 503
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 1 token

      Examples: either request of the flow
        | leg            |
        | request for T1 |
        | redemption     |

    Scenario: A client presents no expired T1 when it cannot renew it
      Given every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      And every request for T1 is answered with 503
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test reports an error
      And the client under test presents no expired assertion

  @client @mock @rule:RETRY-ENDS
  Rule: A client stops retrying at some point

    Scenario: A client stops when no request for T1 gets an answer
      Given no request for T1 gets an answer
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And at most 10 requests were received

    Scenario: A client stops when every answer to a redemption breaks off
      Given every answer to a redemption breaks off
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And at most 10 redemptions were received

    Scenario: A client stops when every redemption is answered with 503
      Given every redemption is answered with 503
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And at most 10 redemptions were received

  @client @mock @rule:RETRY-RECOVERS
  Rule: A client recovers from a transient failure

    Scenario: A client gets a token after its agent identity was enabled again
      Given the agent identity "Booking" is disabled
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      And the agent identity "Booking" is enabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client gets a token after its blueprint was enabled again
      Given the blueprint "Concierge" is disabled
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      And the blueprint "Concierge" is enabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client gets a token after a break that outlived its retries
      Given no request for T1 gets an answer
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      And every fault is over
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:RENEW-REFUSED-T1
  Rule: A client gets a new T1 after its T1 was refused

    Scenario: A client does not keep a T1 that was refused
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the next redemption is refused with AADSTS700024
      And the client under test has tried to get a token for "Orders API" as "Booking"
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test has a token for "Orders API" of "Booking"
      And the last redemption presents another T1 than the one refused
