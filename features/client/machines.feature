Feature: How a client deals with the endpoint of its managed identity
  The machine of a blueprint can be busy, refuse, or send a client elsewhere, as the token
  endpoint can.

  Background:
    Given the client under test acts for "Concierge" with the managed identity "concierge-host"

  @client @mock @rule:RETRY-RECOVERS
  Rule: A client recovers from a transient failure

    Scenario Outline: A client that retries by itself gets T1 after its machine answered <status>
      Given the client under test retries by itself
      And the next request to the managed identity is answered with <status>
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

      Examples: how-to-use-vm-token.md: a client tries again after these
        | status |
        | 429    |
        | 500    |

    Scenario Outline: A client that retries by itself gets T1 after its virtual machine answered <status>
      Given the client under test acts for "Concierge" with the managed identity "concierge-host" of a virtual machine
      And the client under test retries by itself
      And the next request to the managed identity is answered with <status>
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

      Examples: how-to-use-vm-token.md: the endpoint is updating, and answers again within 70 seconds
        | status |
        | 404    |
        | 410    |

  @client @mock @rule:RETRY-REFUSED
  Rule: A client does not retry a refused credential

    Scenario: A client asks a machine that refuses it once
      Given every request to the managed identity is answered with 400
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the managed identity endpoint received 1 request

  @client @mock @rule:ANSWER-REDIRECT
  Rule: A redirect carries no credential to another host

    Scenario: A client does not send its header to the host that its machine names
      Given the next request to the managed identity is redirected to another host
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no request reaches another host

  @client @mock @rule:RENEW-ASSERTION
  Rule: A client presents no expired assertion

    Scenario: A client does not present the token of its machine after its end
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And 25 hours have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test presents no expired assertion
      And the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:LOG-SECRETS
  Rule: No event or error contains a secret, assertion or token

    Scenario: A client whose machine gives no answer does not reveal its header
      Given no request to the managed identity gets an answer
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test reveals no secret

    Scenario: A client whose machine is busy does not reveal its header
      Given every request to the managed identity is answered with 500
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test reveals no secret

  @client @mock @rule:SEND-MISSING-VALUE
  Rule: No parameter contains a missing value written as text

    Scenario: A client that knows no client id of its managed identity names none
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no parameter contains a missing value written as text
      And the client under test has 1 token
