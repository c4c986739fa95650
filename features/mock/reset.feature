Feature: Resetting a tenant
  A reset restores a tenant to its initial state, so that several tests can use it in turn.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-RESET
  Rule: A reset restores the initial state of a tenant

    Scenario: A reset restores a changed object
      Given "Concierge" has obtained T1 for "Booking"
      And the agent identity "Booking" is disabled
      And "Contoso" was reset
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A reset restores a removed object
      Given "Concierge" has obtained T1 for "Booking"
      And the agent identity "Booking" no longer exists
      And "Contoso" was reset
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A reset restores the clock
      Given "Concierge" has obtained T1 for "Booking"
      And 2 hours have passed
      And "Contoso" was reset
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A reset starts a stopped clock
      Given the clock of "Contoso" stands still
      And "Contoso" was reset
      And "Concierge" has obtained T1 for "Booking"
      And a few milliseconds of real time have passed
      When "Booking" redeems it for "Microsoft Graph"
      Then request 2 came later than request 1

    Scenario: A reset removes a new key and invalidates its tokens
      Given "Contoso" has a new signing key
      And "Concierge" has obtained T1 for "Booking"
      And "Contoso" was reset
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-KEY"

    Scenario: A reset removes a pending fault
      Given the next request for T1 is answered with 503
      And "Contoso" was reset
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A reset empties the journal
      Given "Concierge" has obtained T1 for "Booking"
      And "Contoso" was reset
      When "Concierge" asks for T1 for "Billing"
      Then 1 request was received
      And the journal shows for request 1:
        | sequence            | 1                        |
        | parameters.fmi_path | the client id of Billing |

    Scenario: A reset enforces a relaxed rule again
      Given the rule "FMI-OWN-AGENT" is relaxed at "Contoso"
      And "Contoso" was reset
      When "Courier" asks for T1 for "Booking"
      Then the request is refused under rule "FMI-OWN-AGENT"

    Scenario: A reset keeps the ids and the secrets
      Given "Concierge" has obtained T1 for "Booking"
      And "Contoso" was reset
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"
