Feature: Where the tokens of people go
  The token of a person, T2 and refresh tokens are as good as a password while they live. They go
  to the token endpoint of the authority, and into no log.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:PERSON-TOKEN-ELSEWHERE
  Rule: The token of a person goes to the token endpoint of the authority and nowhere else

    Scenario: A client sends the token of a person to no resource
      Given the client under test acts on behalf of people
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the token of a person goes only to the token endpoint

    Scenario: A client that is refused sends the token of a person to no resource
      Given the client under test acts on behalf of people
      And all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports an error
      And the token of a person goes only to the token endpoint

  @client @mock @rule:ANSWER-REDIRECT
  Rule: A redirect carries no credential to another host

    Scenario: A client does not follow an exchange to another port
      Given the client under test acts on behalf of people
      And the next exchange is redirected by 307 to another port
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then no request reaches another host
      And no credential leaves the token endpoint of the authority

    Scenario: A client does not follow a request for T2 to another port
      Given the client under test acts as agent users
      And the next request for T2 is redirected by 307 to another port
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then no request reaches another host
      And no credential leaves the token endpoint of the authority

    Scenario: A client does not follow a request for an agent user to another port
      Given the client under test acts as agent users
      And the next request for an agent user is redirected by 308 to another port
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then no request reaches another host
      And no credential leaves the token endpoint of the authority

  @client @mock @rule:LOG-SECRETS
  Rule: No event or error contains a secret, assertion or token

    Scenario: A client that acts on behalf of a person reveals no secret
      Given the client under test acts on behalf of people
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has 1 token
      And the client under test reveals no secret

    Scenario: A client whose exchange is refused reveals no secret
      Given the client under test acts on behalf of people
      And all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports an error
      And the client under test reveals no secret

    Scenario: A client that acts as an agent user reveals no secret
      Given the client under test acts as agent users
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test has 1 token
      And the client under test reveals no secret

    Scenario: A client that renews the token of an agent user reveals no secret
      Given the client under test acts as agent users
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test has 2 tokens
      And the client under test reveals no secret

    Scenario: A client whose renewal is refused reveals no secret
      Given the client under test acts on behalf of people
      And "Bea" has signed in for a day
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And all consent to "Booking" is withdrawn
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reveals no secret
