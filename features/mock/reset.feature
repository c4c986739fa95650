Feature: Resetting a tenant
  A tenant that is used by one test after another is brought back to its beginning
  between them.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-RESET
  Rule: A reset restores the initial state of a tenant

    Scenario: A reset brings back an object that was changed
      Given "Concierge" has obtained T1 for "Booking"
      And the agent identity "Booking" is disabled
      And "Contoso" was reset
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A reset brings back an object that was removed
      Given "Concierge" has obtained T1 for "Booking"
      And the agent identity "Booking" no longer exists
      And "Contoso" was reset
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A reset sets the clock right
      Given "Concierge" has obtained T1 for "Booking"
      And 2 hours have passed
      And "Contoso" was reset
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A reset starts a clock that stood still
      Given the clock of "Contoso" stands still
      And "Contoso" was reset
      And "Concierge" has obtained T1 for "Booking"
      And a few milliseconds of real time have passed
      When "Booking" redeems it for "Microsoft Graph"
      Then request 2 came later than request 1

    Scenario: A reset takes a new key away, and its tokens with it
      Given "Contoso" has a new signing key
      And "Concierge" has obtained T1 for "Booking"
      And "Contoso" was reset
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-KEY"

    Scenario: A reset forgets an answer that was to be replaced
      Given the next request for T1 is answered with 503
      And "Contoso" was reset
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A reset empties the journal
      Given "Concierge" has obtained T1 for "Booking"
      And "Contoso" was reset
      When "Concierge" asks for T1 for "Billing"
      Then 1 request was received
      And the journal says of request 1:
        | sequence            | 1                        |
        | parameters.fmi_path | the client id of Billing |

    Scenario: A reset puts a relaxed rule in force again
      Given the rule "FMI-OWN-AGENT" is relaxed at "Contoso"
      And "Contoso" was reset
      When "Courier" asks for T1 for "Booking"
      Then the request is refused under rule "FMI-OWN-AGENT"

    Scenario: A reset keeps the ids and the secrets
      Given "Concierge" has obtained T1 for "Booking"
      And "Contoso" was reset
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"
