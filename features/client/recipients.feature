Feature: Whom a client gives a token to
  A token is a right. Given to the wrong caller it is the right of somebody else.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RECIPIENT-WRONG-AGENT
  Rule: A client returns no token of another agent identity

    Scenario: A token of the blueprint is not handed out for one of its agent identities
      Given the client under test looks at the tokens it gets
      And "Concierge" has obtained a token for "Microsoft Graph"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A token of another agent identity of the blueprint is not handed out
      Given the client under test looks at the tokens it gets
      And "Billing" has obtained a token for "Microsoft Graph"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A token of another agent identity for a custom API is not handed out
      Given the client under test looks at the tokens it gets
      And "Billing" has obtained a token for "Orders API"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

  @client @mock @rule:RECIPIENT-OWN-TOKEN
  Rule: A returned token was issued for the requested agent identity, tenant and resource

    Scenario: Two resources have two tokens
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test has a token for "Orders API" of "Booking"
      And every caller has the token that was issued for it

    Scenario: Two agent identities have two tokens for one resource
      Given the client under test has a token for "Orders API" as "Booking"
      When the client under test gets a token for "Orders API" as "Billing"
      Then the client under test has a token for "Orders API" of "Billing"
      And every caller has the token that was issued for it

    Scenario: What was asked for first is handed out again only to those who ask for it
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test has a token for "Orders API" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every caller has the token that was issued for it
