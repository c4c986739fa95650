Feature: Tokens that are not for the client to read
  Microsoft Graph gets tokens that a client cannot verify. A client that tries is found
  out when a resource of the mock has them too.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-NONCE
  Rule: A resource can have tokens that only it can verify

    Scenario: A token whose nonce is hashed in the signature verifies with no published key
      Given the resource "Orders API" has tokens that only it can verify
      When "Booking" asks for a token for "Orders API"
      Then the token is signed with no published key of "Contoso"

    Scenario: A resource that hashes the nonce verifies its token
      Given the resource "Orders API" has tokens that only it can verify
      When "Booking" asks for a token for "Orders API"
      Then with its nonce hashed the token is signed with a published key of "Contoso"

    Scenario: Tokens for other resources verify as before
      Given the resource "Orders API" has tokens that only it can verify
      When "Booking" asks for a token for "Ledger API"
      Then the token is signed with a published key of "Contoso"
