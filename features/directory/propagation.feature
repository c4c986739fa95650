Feature: Propagation of changes
  In a real tenant a change does not become visible everywhere at once. A test sets where and
  for how long it lags, and checks whether a tool waits.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-LAG
  Rule: A test sets how late a change becomes visible

    Scenario: A lagging read does not see a new agent identity
      Given reads of "Contoso" lag 1 request behind
      And "Concierge" has created the agent identity "Luggage" of "Concierge"
      When the administrator reads the agent identity "Luggage"
      Then the request is refused under rule "GRAPH-OBJECT"

    Scenario: The read after a lagging one sees the new agent identity
      Given reads of "Contoso" lag 1 request behind
      And "Concierge" has created the agent identity "Luggage" of "Concierge"
      And the administrator has listed the tenants
      When the administrator reads the agent identity "Luggage"
      Then the directory accepts it

    Scenario: A lagging write does not find an object that a read has shown
      Given writes of "Contoso" lag 1 request behind
      And the administrator has created the blueprint "Porter"
      And the administrator has read the blueprint "Porter"
      When the administrator changes the blueprint "Porter":
        | identifierUris | ["api://{Porter}"] |
      Then the request is refused under rule "GRAPH-OBJECT"

    Scenario: A blueprint cannot use a new client secret while tokens lag
      Given "Concierge" has created the agent identity "Luggage" of "Concierge"
      And tokens of "Contoso" lag an hour behind
      And the administrator has enabled the agent identity "Luggage"
      And the administrator has added a client secret to the blueprint "Concierge"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Luggage"
      Then the request is refused under rule "CRED-SECRET"

    Scenario: A blueprint gets T1 with its new client secret an hour later
      Given tokens of "Contoso" lag an hour behind
      And the administrator has added a client secret to the blueprint "Concierge"
      And an hour has passed
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: The second token request accepts the new client secret
      Given tokens of "Contoso" lag 1 request behind
      And the administrator has added a client secret to the blueprint "Concierge"
      And "Courier" has obtained a token for "Microsoft Graph"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

  @mock @rule:TOOL-FAULT
  Rule: A fault applies to the requests it is for, as often as the test says

    Scenario: A fault for the directory applies to its next request
      Given the next answer of the directory is 503
      When the administrator lists the agent identities
      Then the answer has the headers:
        | retry-after | 1 |

    Scenario: A fault for the directory does not apply to token requests
      Given the next answer of the directory is 503
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"
