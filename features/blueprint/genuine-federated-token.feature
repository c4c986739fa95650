Feature: Telling a federated token from a forged one
  A federated token counts only if its issuer signed it with a key that it
  publishes, and only between its start and its expiry.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Concierge" trusts an external issuer

  @mock @rule:FIC-KEY
  Rule: A federated token is signed with a key that its issuer publishes

    Scenario: A federated token signed with a published key gets T1
      Given "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A federated token signed with a key that its issuer does not publish is refused
      Given "Concierge" presents a federated token signed with another key
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-KEY"

  @mock @rule:FIC-SIGNATURE
  Rule: A federated token has a valid signature

    Scenario: A federated token with the signature of its issuer gets a token
      Given "Concierge" presents a federated token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A federated token that only names a published key is refused
      Given "Concierge" presents a federated token with a broken signature
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "FIC-SIGNATURE"

  @mock @rule:FIC-START
  Rule: A federated token does not work before its start

    Scenario: A federated token of a clock a little ahead is accepted
      Given "Concierge" presents a federated token that starts within the allowed skew
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A federated token that starts in an hour is refused
      Given "Concierge" presents a federated token that has not started
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-START"

  @mock @rule:FIC-EXPIRED
  Rule: A federated token does not work after its expiry

    Scenario: A federated token may write its times as text
      Given "Concierge" presents a federated token with times as text
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A federated token that has expired is refused
      Given "Concierge" presents a federated token that has expired
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-EXPIRED"
