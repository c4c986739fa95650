Feature: Tokens that a client cannot verify
  A client cannot verify the tokens for Microsoft Graph. A resource of the mock with such
  tokens exposes a client that tries.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-NONCE
  Rule: A resource can have tokens that only it can verify

    Scenario: A token with a hashed nonce in its signature verifies with no published key
      Given the resource "Orders API" has tokens that only it can verify
      When "Booking" asks for a token for "Orders API"
      Then the token is signed with no published key of "Contoso"

    Scenario: A resource that hashes the nonce can verify its token
      Given the resource "Orders API" has tokens that only it can verify
      When "Booking" asks for a token for "Orders API"
      Then the token with its nonce hashed is signed with a published key of "Contoso"

    Scenario: Tokens for other resources verify as before
      Given the resource "Orders API" has tokens that only it can verify
      When "Booking" asks for a token for "Ledger API"
      Then the token is signed with a published key of "Contoso"
