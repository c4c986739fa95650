Feature: Which tenant a client uses
  A flow has several requests. Each names the tenant in its path, and in its assertion if it
  has one. A request that differs gets a token in the wrong directory.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:AUTHORITY-TENANT
  Rule: Every step of a flow uses the same tenant

    Scenario: A client requests T1 and the agent token from the configured tenant
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request goes to "Contoso"
      And every step uses the tenant of the call

    Scenario: A client with a certificate uses one tenant
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request goes to "Contoso"

  @client @mock @rule:AUTHORITY-CALL-TENANT
  Rule: A tenant named for one call applies to every step of it

    Scenario: A call for an agent identity of another tenant uses only that tenant
      Given the client under test accepts a tenant for each call
      And the client under test acts for "Concierge" with a client secret
      When the client under test gets a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then every request goes to "Fabrikam"
      And the client under test has a token for "Microsoft Graph" of "Outpost"

    Scenario: A call in another tenant does not reuse the T1 of the first
      Given the client under test accepts a tenant for each call
      And the client under test acts for "Concierge" with a client secret
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then the client under test has a token for "Microsoft Graph" of "Outpost"
      And every step uses the tenant of the call

    Scenario: A client signs its assertion for the tenant of the call
      Given the client under test accepts a tenant for each call
      And the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then every request goes to "Fabrikam"

    Scenario: A client renews a token in the tenant of the call
      Given the client under test accepts a tenant for each call
      And the client under test can be told to renew
      And the client under test has a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      When the client under test is told to renew its token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then the client under test has 2 different tokens
      And every request goes to "Fabrikam"
