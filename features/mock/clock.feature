Feature: The clock of a tenant
  You test expiry and renewal without waiting: a test can move and stop the clock of a tenant.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-CLOCK
  Rule: Every check of time follows the clock of the tenant

    Scenario: A token shows the time of a clock that is ahead
      Given the clock of "Contoso" is put ahead by 30 days
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before it is issued and ends an hour after

    Scenario: A token shows the time of a clock that is behind
      Given the clock of "Contoso" is put back by 30 days
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before it is issued and ends an hour after

    Scenario: T1 expires by the clock of the tenant
      Given "Concierge" has obtained T1 for "Booking"
      And an hour has passed
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-EXPIRED"

    Scenario: A client secret expires by the clock of the tenant
      Given "Concierge" has only these client secrets:
        | name | ends       |
        | old  | in an hour |
      And 2 hours have passed
      And "Concierge" presents its client secret "old"
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET-END"

    Scenario: A client secret starts by the clock of the tenant
      Given "Concierge" has only these client secrets:
        | name | starts     |
        | new  | in an hour |
      And 2 hours have passed
      And "Concierge" presents its client secret "new"
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A certificate starts by the clock of the tenant
      Given "Concierge" has a certificate that starts in an hour
      And 2 hours have passed
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: The mock checks a federated token by the clock of the tenant
      Given "Concierge" trusts an external issuer
      And the clock of "Contoso" is put ahead by 30 days
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A managed identity token shows the time of the tenant
      Given the clock of "Contoso" is put ahead by 30 days
      When "concierge-host" asks App Service for a token for the token exchange
      Then the token starts 5 minutes before it is issued and ends a day after

    Scenario: A refusal shows the time of the tenant
      Given the clock of "Contoso" is put back by 30 days
      And "Concierge" presents no credential
      When "Concierge" asks for T1 for "Booking"
      Then the answer says:
        | timestamp | 0 seconds ago |

    Scenario: The journal shows the time of the tenant
      Given the clock of "Contoso" is put ahead by 30 days
      When "Concierge" asks for T1 for "Booking"
      Then the journal shows for request 1:
        | time | 0 seconds ago |

    Scenario: A stopped clock gives all requests the same time
      Given the clock of "Contoso" stands still
      And "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then request 2 came at the same moment as request 1

    Scenario: A test can move a stopped clock
      Given the clock of "Contoso" stands still
      And "Concierge" has obtained T1 for "Booking"
      And an hour has passed
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-EXPIRED"
