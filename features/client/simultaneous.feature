Feature: How a client serves simultaneous callers
  Calls overlap in every server. They share only what they have in common.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:CONCURRENT-SHARED
  Rule: Simultaneous calls for the same token share one request

    Scenario: Ten callers of a new client cause two requests
      Given the client under test shares simultaneous requests
      And the answer to the next request for T1 takes a while
      When 10 simultaneous callers of the client under test get a token for "Microsoft Graph" as "Booking"
      Then the client under test has 10 tokens
      And 1 request for T1 was received
      And 1 redemption was received

    Scenario: Callers for two resources share one request for T1
      Given the client under test shares simultaneous requests
      And the answer to the next request for T1 takes a while
      When 8 simultaneous callers of the client under test get a token for "Microsoft Graph" and for "Orders API" in turn as "Booking"
      Then the client under test has 8 tokens
      And 1 request for T1 was received

    Scenario: Callers who waited for a refusal share it
      Given the client under test shares simultaneous requests
      And the blueprint "Concierge" is disabled
      When 8 simultaneous callers of the client under test get a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And 1 request for T1 was received

  @client @mock @rule:CONCURRENT-TOKENS
  Rule: Simultaneous callers each get the token they requested

    Scenario: Simultaneous callers for two agent identities each get their own token
      When 8 simultaneous callers of the client under test get a token for "Microsoft Graph" as "Booking" and as "Billing" in turn
      Then the client under test has 8 tokens
      And every caller has the token issued for it

    Scenario: Simultaneous callers for two resources each get their own token
      When 8 simultaneous callers of the client under test get a token for "Microsoft Graph" and for "Orders API" in turn as "Booking"
      Then the client under test has 8 tokens
      And every caller has the token issued for it

    Scenario: Simultaneous callers for two tenants each get their own token
      Given the client under test accepts a tenant for each call
      When 8 simultaneous callers of the client under test get a token for "Microsoft Graph" as "Booking" and as "Outpost" in "Fabrikam" in turn
      Then the client under test has 8 tokens
      And every caller has the token issued for it
