Feature: Recognizing a genuine federated token
  A federated token counts only if its issuer signed it with a published key, and only between
  its start and its expiry.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Concierge" trusts an external issuer

  @mock @rule:FIC-DOCUMENTS
  Rule: The issuer of a federated token publishes a usable discovery document and key set

    Scenario: A blueprint gets a token with a federated token whose issuer publishes its keys
      Given "Concierge" presents a federated token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A blueprint cannot use a federated token whose issuer publishes nothing usable
      Given the external issuer publishes no usable documents
      And "Concierge" presents a federated token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "FIC-DOCUMENTS"

  @mock @live @rule:FIC-KEY
  Rule: A federated token is signed with a key that its issuer publishes

    Scenario: A blueprint gets T1 with a federated token signed with a published key
      Given "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use a federated token signed with an unpublished key
      Given "Concierge" presents a federated token signed with another key
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-KEY"

  @mock @live @rule:FIC-SIGNATURE
  Rule: A federated token has a valid signature

    Scenario: A blueprint gets a token with a federated token that its issuer signed
      Given "Concierge" presents a federated token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A blueprint cannot use a federated token that only names a published key
      Given "Concierge" presents a federated token with a broken signature
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "FIC-SIGNATURE"

  @mock @rule:FIC-START
  Rule: A federated token does not work before its start

    Scenario: A blueprint can use a federated token from a clock slightly ahead
      Given "Concierge" presents a federated token that starts within the allowed skew
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use a federated token that starts in an hour
      Given "Concierge" presents a federated token that has not started
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-START"

  @mock @rule:FIC-EXPIRED
  Rule: A federated token does not work after its expiry

    Scenario: A federated token can write its times as text
      Given "Concierge" presents a federated token with times as text
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use an expired federated token
      Given "Concierge" presents a federated token that has expired
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-EXPIRED"
