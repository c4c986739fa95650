Feature: What the journal hides
  You can share the journal. It hides every secret, wherever a request contains it.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-JOURNAL
  Rule: The journal records every decision and hides every secret

    Scenario: The journal hides a client secret, an assertion and a token
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then request 1 says:
        | client_secret | hidden |
      And request 2 says:
        | client_assertion | hidden |
      And the journal contains no secret

    Scenario: The journal hides a client secret outside its parameter
      Given "Concierge" presents its client secret by HTTP Basic
      When "Concierge" asks for T1 for "Booking"
      Then the journal contains no secret

    Scenario: The journal hides a refused client secret
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then request 1 says:
        | client_secret | hidden |

    Scenario: The journal hides a token in place of the scope
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Concierge" for T1 for "Booking"
      And its "scope" is the token obtained last
      When it is sent
      Then the journal contains no secret
