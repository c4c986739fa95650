Feature: Recognizing a genuine T1
  An agent identity proves itself only with T1: a token that its own tenant signed, for the
  token exchange, with the agent identity in its subject.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:T1-SIGNATURE
  Rule: T1 has a valid signature

    Scenario: An agent identity redeems T1 as the tenant signed it
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot redeem T1 with a broken signature
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems a copy of it with a broken signature for "Microsoft Graph"
      Then the request is refused under rule "T1-SIGNATURE"

  @rule:T1-KEY
  Rule: T1 is signed with a key that the tenant publishes

    @mock
    Scenario: An agent identity redeems T1 signed with a former key
      Given "Concierge" has obtained T1 for "Booking"
      And "Contoso" has a new signing key
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: An agent identity cannot redeem T1 signed with an unpublished key
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems a copy of it signed with another key for "Microsoft Graph"
      Then the request is refused under rule "T1-KEY"

  @mock @rule:T1-AUDIENCE
  Rule: T1 is a token for the token exchange resource

    Scenario: An agent identity redeems a token for the token exchange
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Ledger API"
      Then a token for "Ledger API" is issued to "Booking"

    Scenario: An agent identity cannot redeem a token for another resource
      Given "Booking" has obtained a token for "Ledger API"
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AUDIENCE"

  @mock @live @rule:T1-SUBJECT
  Rule: The subject of T1 names an agent identity

    Scenario: An agent identity redeems a token whose subject names it
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for the token exchange
      Then a token for the token exchange is issued to "Booking"

    Scenario: An agent identity cannot redeem a token exchange token with another subject
      Given "Booking" has obtained a token for the token exchange
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-SUBJECT"

  @mock @live @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it

    Scenario: The agent identity redeems its T1 although its blueprint has obtained another
      Given "Concierge" has obtained T1 for "Booking"
      And "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems the T1 obtained first for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"
