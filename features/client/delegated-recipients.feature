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

    Scenario: An agent user gets a token of each resource
      Given the client under test acts as agent users
      And everybody has consented that "Booking" reads "Orders API"
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      When the client under test gets a token for "Orders API" as the user "Assistant" of "Booking"
      Then every caller has the token issued for it
      And the client under test has a token for "Orders API" of "Booking" as the user "Assistant"

  @client @mock @rule:RECIPIENT-WRONG-PERSON
  Rule: A client returns no token about somebody else than the person of the call

    Scenario: A client does not return a token about another person
      Given the client under test acts on behalf of people
      And the client under test checks the tokens it gets
      And "Carlos" has called "Concierge"
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Carlos"
      And every exchange is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A client does not return a token without a person for that of a person
      Given the client under test acts on behalf of people
      And the client under test checks the tokens it gets
      And "Booking" has obtained a token for "Microsoft Graph"
      And every exchange is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A client does not return a token of a person for that of an agent user
      Given the client under test acts as agent users
      And the client under test checks the tokens it gets
      And "Carlos" has called "Concierge"
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Carlos"
      And every request for an agent user is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens
