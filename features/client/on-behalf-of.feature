Feature: How a client acts on behalf of a person
  A person calls an agent with a token for its blueprint. The agent identity exchanges this token
  for one of a resource, and proves itself with T1.

  Background:
    Given the client under test acts for "Concierge"
    And the client under test acts on behalf of people

  @client @mock @rule:LEG-OBO-TOKEN
  Rule: A client that declares the flow obo gets a token on behalf of a person

    Scenario: A client gets a token on behalf of a person
      Given "Bea" has signed in
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: A client gets a token for a custom API on behalf of a person
      Given everybody has consented that "Billing" reads "Orders API"
      And "Carlos" has signed in
      When the client under test gets a token for "Orders API" as "Billing" on behalf of "Carlos"
      Then the client under test has a token for "Orders API" of "Billing" on behalf of "Carlos"

    Scenario: A client gets a token after it got one of the agent identity alone
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

  @client @mock @rule:LEG-OBO-CLIENT
  Rule: The agent identity exchanges the token of a person; its blueprint does not

    Scenario: A client exchanges the token of a person as the agent identity
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the agent identity exchanges the token of the person itself

    Scenario: A client whose exchange is refused does not try it as the blueprint
      Given all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports an error
      And the agent identity exchanges the token of the person itself

  @client @mock @rule:LEG-OBO-CREDENTIAL
  Rule: T1 alone proves the agent identity that exchanges the token of a person

    Scenario: A client proves an exchange with T1
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then T1 alone proves every exchange

    Scenario: A client with a certificate proves an exchange with T1
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then T1 alone proves every exchange

    Scenario: A client proves an exchange with the T1 of another agent identity never
      Given everybody has consented that "Billing" reads "Orders API"
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Orders API" as "Billing" on behalf of "Bea"
      Then T1 alone proves every exchange
      And only the agent identity that T1 names presents it

  @client @mock @rule:LEG-OBO-USE
  Rule: An exchange says requested_token_use=on_behalf_of

    Scenario: A client says what the exchange is for
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      Then every exchange says what it is for

  @client @mock @rule:LEG-OBO-ASSERTION
  Rule: A client sends the token of a person as it received it

    Scenario: A client sends the token that its caller gave
      Given "Bea" has signed in
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then every exchange presents the token that the caller gave

    Scenario: A client sends the token of each caller
      Given the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      Then every exchange presents the token that the caller gave
      And the last exchange presents the newest token of "Carlos"
