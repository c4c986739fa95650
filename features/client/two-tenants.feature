Feature: How a client keeps two tenants apart
  One blueprint can have agent identities in several tenants. What a client learned in one of
  them says nothing about another.

  Background:
    Given the client under test acts for "Concierge"
    And the client under test accepts a tenant for each call

  @client @mock @rule:CACHE-PER-TENANT
  Rule: Each tenant gets its own T1 and its own token

    Scenario: A client does not return a token of one tenant for the same agent identity in another
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking" in "Fabrikam"
      Then the client under test reports an error
      And the client under test has 1 token
      And T1 is redeemed only in the tenant that issued it

    Scenario: A client that returns to the first tenant gets a token of the first tenant
      Given the client under test has a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then the client under test has a token for "Microsoft Graph" of "Outpost"
      And every caller has the token issued for it

  @client @mock @rule:AUTHORITY-NEXT-CALL
  Rule: A tenant named for one call does not apply to the next

    Scenario: A call without a tenant uses the configured tenant again
      Given the client under test has a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
      And the last request goes to "Contoso"

    Scenario: A call without a tenant uses the configured tenant after a failure in another
      Given the client under test has tried to get a token for "Microsoft Graph" as "Booking" in "Fabrikam"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
      And the last request goes to "Contoso"

  @client @mock @rule:SIGN-AUDIENCE
  Rule: A client assertion is for the token endpoint that receives it

    Scenario: A client with a certificate signs one assertion for each tenant
      Given the client under test acts for "Concierge" with a certificate
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then every client assertion is for the URL that received it
      And the client under test has a token for "Microsoft Graph" of "Outpost"

    Scenario: A client with a certificate signs for the first tenant again after a second
      Given the client under test acts for "Concierge" with a certificate
      And the client under test has a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every client assertion is for the URL that received it
      And the client under test has a token for "Microsoft Graph" of "Booking"
