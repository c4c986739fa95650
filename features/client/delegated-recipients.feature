Feature: To whom the tokens of people were issued
  A client that acts for a person does so as one agent identity, in one tenant, at one API.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RECIPIENT-OWN-TOKEN
  Rule: A returned token was issued for the requested agent identity, tenant and resource

    Scenario: A person gets a token of each agent identity
      Given the client under test acts on behalf of people
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Billing" on behalf of "Bea"
      Then every caller has the token issued for it
      And the client under test has a token for "Microsoft Graph" of "Billing" on behalf of "Bea"

    Scenario: A person gets a token of each resource
      Given the client under test acts on behalf of people
      And everybody has consented that "Booking" reads "Orders API"
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Orders API" as "Booking" on behalf of "Bea"
      Then every caller has the token issued for it
      And the client under test has a token for "Orders API" of "Booking" on behalf of "Bea"

    Scenario: People of two tenants each get a token of their own tenant
      Given the client under test acts on behalf of people
      And the client under test accepts a tenant for each call
      And the client under test has a token for "Microsoft Graph" as "Outpost" on behalf of "Dana" in "Fabrikam"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then every caller has the token issued for it
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"
