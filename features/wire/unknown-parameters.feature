Feature: Parameters that client libraries add or send in another order
  Client libraries add telemetry, hints and parameters of other flows to their requests, and send
  all of them in an order of their own. None of that changes the answer.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:TOKEN-EXTRAS
  Rule: Parameters outside the flow have no effect

    Scenario Outline: A blueprint gets T1 with the extra parameter <parameter>
      Given a request of "Concierge" for T1 for "Booking"
      And its "<parameter>" is "<value>"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

      Examples: sent by @azure/msal-node 7.2.1 and by microsoft/Agents-for-js
        | parameter                  | value             |
        | client_info                | 2                 |
        | x-client-SKU               | msal.js.node      |
        | x-client-VER               | 7.2.1             |
        | x-client-current-telemetry | 5\|771,2,,,\|,    |
        | x-ms-lib-capability        | retry-after, h429 |
        | client-request-id          | {nobody}          |

    Scenario: An agent identity gets a token with telemetry in the request
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "client_info" is "1"
      And its "x-client-last-telemetry" is "5|0|||0,0"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A query in the URL of the token endpoint has no effect
      Given a request of "Concierge" for T1 for "Booking"
      And its path is "/{Contoso}/oauth2/v2.0/token?client-request-id={nobody}"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

  @mock @live @rule:TOKEN-ORDER
  Rule: The order of the parameters has no effect

    Scenario Outline: A blueprint gets T1 where <parameter> comes last
      Given a request of "Concierge" for T1 for "Booking"
      And its "<parameter>" comes last
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

      Examples: client libraries differ in the order
        | parameter  |
        | client_id  |
        | scope      |
        | grant_type |
        | fmi_path   |

    Scenario Outline: An agent identity redeems T1 where <parameter> comes last
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "<parameter>" comes last
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

      Examples: client libraries differ in the order
        | parameter             |
        | client_id             |
        | client_assertion      |
        | client_assertion_type |
        | scope                 |
        | grant_type            |
