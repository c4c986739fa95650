Feature: Telling T1 from anything else
  An agent identity proves itself with T1 alone: a token that its own tenant
  signed, for the token exchange, with an agent identity in its subject.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:T1-SIGNATURE
  Rule: T1 has a valid signature

    Scenario: T1 as the tenant signed it is redeemed
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: T1 with a broken signature cannot be redeemed
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems a copy of it with a broken signature for "Microsoft Graph"
      Then the request is refused under rule "T1-SIGNATURE"

  @rule:T1-KEY
  Rule: T1 is signed with a key that the tenant publishes

    @mock
    Scenario: T1 signed with a former key is redeemed
      Given "Concierge" has obtained T1 for "Booking"
      And "Contoso" has a new signing key
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: T1 signed with a key that nobody publishes cannot be redeemed
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems a copy of it signed with another key for "Microsoft Graph"
      Then the request is refused under rule "T1-KEY"

  @mock @rule:T1-AUDIENCE
  Rule: T1 is a token for the token exchange resource

    Scenario: A token for the token exchange is redeemed
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Ledger API"
      Then a token for "Ledger API" is issued to "Booking"

    Scenario: A token for another resource is no T1
      Given "Booking" has obtained a token for "Ledger API"
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AUDIENCE"

  @mock @live @rule:T1-SUBJECT
  Rule: The subject of T1 names an agent identity

    Scenario: A token with an agent identity in its subject is redeemed
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for the token exchange
      Then a token for the token exchange is issued to "Booking"

    Scenario: A token for the exchange with another subject is no T1
      Given "Booking" has obtained a token for the token exchange
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-SUBJECT"
