Feature: What a client makes of a claims challenge
  A policy can demand more of a person than the sign-in has shown. The claims of the refusal say
  what. Only the person can meet them, so that the client hands them to its caller.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:FAILURE-CLAIMS
  Rule: The caller learns the claims of a challenge as the provider sent them

    Scenario: A caller learns the claims of a refused exchange
      Given the client under test acts on behalf of people
      And every exchange meets a claims challenge
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then its error carries the claims of the challenge

    Scenario: A caller learns the claims of a refused request for an agent user
      Given the client under test acts as agent users
      And every request for an agent user meets a claims challenge
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then its error carries the claims of the challenge

  @client @mock @rule:RETRY-CLAIMS
  Rule: A client does not answer a challenge by repeating its request

    Scenario: A client sends an exchange that meets a challenge once
      Given the client under test acts on behalf of people
      And every exchange meets a claims challenge
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports an error
      And 1 exchange was received

    Scenario: A client sends a request for an agent user that meets a challenge once
      Given the client under test acts as agent users
      And every request for an agent user meets a claims challenge
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test reports an error
      And 1 request for an agent user was received

  @client @mock @rule:CACHE-CLAIMS
  Rule: A call with claims gets a new token, for which the client sends these claims

    Scenario: A client sends the claims of its caller, although it has a token
      Given the client under test acts on behalf of people
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea" with the claims of the challenge
      Then the last exchange asks for the claims of the challenge
      And the client under test has 2 different tokens

    Scenario: A client exchanges the token of a person who has met the challenge
      Given the client under test acts on behalf of people
      And the next exchange meets a claims challenge
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And "Bea" has signed in again
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea" with the claims of the challenge
      Then the last exchange presents the newest token of "Bea"
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: A client sends the claims of one call for no other person
      Given the client under test acts on behalf of people
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking" on behalf of "Bea" with the claims of the challenge
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      Then the last exchange asks for no claims of the challenge
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Carlos"

  @client @mock @rule:CACHE-NEWEST
  Rule: A renewed token replaces the one before

    Scenario: A client does not return to the token that its caller's claims replaced
      Given the client under test acts on behalf of people
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking" on behalf of "Bea" with the claims of the challenge
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has another token than its first
