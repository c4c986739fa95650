Feature: Which tenant a client asks
  A flow has several requests, and each names the tenant: in its path, and in the
  assertion that goes with it. One that differs gets a token in the wrong directory.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:AUTHORITY-TENANT
  Rule: Every step of a flow uses the same tenant

    Scenario: T1 and the agent token are asked for in the tenant of the configuration
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request asks "Contoso"
      And every step asks the tenant of the call

    Scenario: A blueprint with a certificate asks one tenant
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request asks "Contoso"

  @client @mock @rule:AUTHORITY-CALL-TENANT
  Rule: A tenant named for one call applies to every step of it

    Scenario: A call for an agent identity of another tenant asks that tenant only
      Given the client under test takes a tenant for each call
      When the client under test gets a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then every request asks "Fabrikam"
      And the client under test has a token for "Microsoft Graph" of "Outpost"

    Scenario: A call in another tenant does not use the T1 of the first
      Given the client under test takes a tenant for each call
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then the client under test has a token for "Microsoft Graph" of "Outpost"
      And every step asks the tenant of the call

    Scenario: A certificate signs for the tenant of the call
      Given the client under test takes a tenant for each call
      And the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then every request asks "Fabrikam"
