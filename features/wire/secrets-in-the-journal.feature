Feature: What the journal does not tell
  The journal may be shown to anybody. A secret is hidden wherever a request holds it.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-JOURNAL
  Rule: The journal records every decision and hides every secret

    Scenario: Client secret, assertion and token are hidden
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then request 1 says:
        | client_secret | hidden |
      And request 2 says:
        | client_assertion | hidden |
      And no secret is in the journal

    Scenario: A client secret outside its place is hidden
      Given "Concierge" presents its client secret by HTTP Basic
      When "Concierge" asks for T1 for "Booking"
      Then no secret is in the journal

    Scenario: A client secret that was refused is hidden
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then request 1 says:
        | client_secret | hidden |

    Scenario: A token in the place of the scope is hidden
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Concierge" for T1 for "Booking"
      And its "scope" is the token obtained last
      When it is sent
      Then no secret is in the journal
