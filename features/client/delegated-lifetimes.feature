Feature: How long a client serves the tokens of people
  An expired token opens nothing. A client that cannot renew one says so.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:PERSON-STALE
  Rule: A client hands out no expired token of a person, whatever it cannot renew

    Scenario: A client returns no expired token when the token of the person has expired
      Given the client under test acts on behalf of people
      And "Bea" has signed in for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And 4 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test returned no expired token

    Scenario: A client returns no expired token when consent was withdrawn
      Given the client under test acts on behalf of people
      And "Bea" has signed in for a day
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And all consent to "Booking" is withdrawn
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports an error
      And the client under test returned no expired token

    Scenario: A client returns no expired token when the agent user was disabled
      Given the client under test acts as agent users
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And the account of "Assistant" is disabled
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test reports an error
      And the client under test returned no expired token

    Scenario: A client returns no expired token of a person while the provider is out of order
      Given the client under test acts on behalf of people
      And "Bea" has signed in for a day
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And every exchange is answered with 503
      And every renewal is answered with 503
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test returned no expired token

    Scenario: A client returns no expired token of an agent user while the provider is out of order
      Given the client under test acts as agent users
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And every request for an agent user is answered with 503
      And every renewal is answered with 503
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test returned no expired token

  @client @mock @rule:ANSWER-EXTENDED-LIFETIME
  Rule: The extended lifetime of an answer is not the lifetime of its token

    Scenario: A client returns no expired token of a person whose extended lifetime is longer
      Given the client under test acts on behalf of people
      And "Bea" has signed in for a day
      And every token is issued for 3 seconds with an extended lifetime of a day
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has 2 different tokens

    Scenario: A client returns no expired token of an agent user whose extended lifetime is longer
      Given the client under test acts as agent users
      And every token is issued for 3 seconds with an extended lifetime of a day
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test has 2 different tokens
