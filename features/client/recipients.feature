Feature: Who receives a token from a client
  A token carries rights. A token for the wrong caller gives away the rights of another.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RECIPIENT-WRONG-AGENT
  Rule: A client returns no token of another agent identity

    Scenario: A client does not return a token of the blueprint for an agent identity
      Given the client under test checks the tokens it gets
      And "Concierge" has obtained a token for "Microsoft Graph"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A client does not return a token of another agent identity of the blueprint
      Given the client under test checks the tokens it gets
      And "Billing" has obtained a token for "Microsoft Graph"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A client does not return a token of another agent identity for a custom API
      Given the client under test checks the tokens it gets
      And "Billing" has obtained a token for "Orders API"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

  @client @mock @rule:RECIPIENT-OWN-TOKEN
  Rule: A returned token was issued for the requested agent identity, tenant and resource

    Scenario: A caller gets a separate token for each resource
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test has a token for "Orders API" of "Booking"
      And every caller has the token issued for it

    Scenario: Two agent identities get separate tokens for one resource
      Given the client under test has a token for "Orders API" as "Booking"
      When the client under test gets a token for "Orders API" as "Billing"
      Then the client under test has a token for "Orders API" of "Billing"
      And every caller has the token issued for it

    Scenario: A caller gets the first token again only when it requests it
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test has a token for "Orders API" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every caller has the token issued for it

  @client @mock @rule:RECIPIENT-EXPIRY
  Rule: The reported expiry of a token is not later than its own

    Scenario: A caller learns when its token expires
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every expiry that the client under test reports is that of its token
      And the client under test has 1 token

    Scenario: A caller learns when a token with a short lifetime expires
      Given every token outlives the renewal margin of the client by 2 minutes
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every expiry that the client under test reports is that of its token
      And the client under test has 1 token
