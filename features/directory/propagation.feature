Feature: Propagation of changes
  In a real tenant a change is not known everywhere at once. A test says where it is late, and
  for how long, and sees whether a tool waits.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-LAG
  Rule: A test sets how late a change becomes visible

    Scenario: A late read does not see a new agent identity
      Given reads of "Contoso" lag 1 request behind
      And "Concierge" has created the agent identity "Luggage" of "Concierge"
      When the administrator reads the agent identity "Luggage"
      Then the request is refused under rule "GRAPH-OBJECT"

    Scenario: The read after the late one sees it
      Given reads of "Contoso" lag 1 request behind
      And "Concierge" has created the agent identity "Luggage" of "Concierge"
      And the administrator has listed the tenants
      When the administrator reads the agent identity "Luggage"
      Then the directory accepts it

    Scenario: A late write does not find what a read has shown
      Given writes of "Contoso" lag 1 request behind
      And the administrator has created the blueprint "Porter"
      And the administrator has read the blueprint "Porter"
      When the administrator changes the blueprint "Porter":
        | identifierUris | ["api://{Porter}"] |
      Then the request is refused under rule "GRAPH-OBJECT"

    Scenario: A late token is refused to a new agent identity
      Given "Concierge" has created the agent identity "Luggage" of "Concierge"
      And tokens of "Contoso" lag an hour behind
      And the administrator has enabled the agent identity "Luggage"
      And the administrator has added a client secret to the blueprint "Concierge"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Luggage"
      Then the request is refused under rule "CRED-SECRET"

    Scenario: An hour later the token is issued
      Given tokens of "Contoso" lag an hour behind
      And the administrator has added a client secret to the blueprint "Concierge"
      And an hour has passed
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: The second request for a token knows the new client secret
      Given tokens of "Contoso" lag 1 request behind
      And the administrator has added a client secret to the blueprint "Concierge"
      And "Courier" has obtained a token for "Microsoft Graph"
      And "Concierge" presents its new client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

  @mock @rule:TOOL-FAULT
  Rule: A fault applies to the requests it is for, as often as the test says

    Scenario: A fault of the directory meets its next request
      Given the next answer of the directory is 503
      When the administrator lists the agent identities
      Then the answer has the headers:
        | retry-after | 1 |

    Scenario: A fault of the directory meets nobody who asks for a token
      Given the next answer of the directory is 503
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"
