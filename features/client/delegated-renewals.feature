Feature: How a client renews the tokens of people
  A refresh token brings new tokens without the person. A client that keeps none exchanges the
  token of the person again. Both are right, as long as nobody gets more than is due.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RENEW-PERSON-CREDENTIAL
  Rule: A fresh T1 alone proves the agent identity that presents a refresh token

    Scenario: A client renews the token of a person with T1
      Given the client under test acts on behalf of people
      And "Bea" has signed in for a day
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then T1 alone proves every renewal
      And the client under test presents no expired assertion
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: A client renews the token of an agent user with T1
      Given the client under test acts as agent users
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then T1 alone proves every renewal
      And the client under test presents no expired assertion
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

  @client @mock @rule:RENEW-OWN-PERSON
  Rule: A refresh token brings a token for its own person alone

    Scenario: A client does not renew the token of one person for another
      Given the client under test acts on behalf of people
      And "Bea" has signed in for a day
      And "Carlos" has signed in for a day
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      Then every renewal is for the person who gets its token
      And no renewal is about "Bea"
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Carlos"

    Scenario: A client does not renew the token of one agent user for another
      Given the client under test acts as agent users
      And "Booking" has the user "Clerk", who reads mail
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And the client under test has a token for "Microsoft Graph" as the user "Clerk" of "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then every renewal is for the person who gets its token
      And no renewal is about "Clerk"
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

  @client @mock @rule:RENEW-ANEW
  Rule: A client whose refresh token is refused starts the flow anew

    Scenario: A client exchanges the token of a person again when its refresh token is refused
      Given the client under test acts on behalf of people
      And "Bea" has signed in for a day
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And every renewal by refresh token is refused
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: A client presents T2 again when its refresh token is refused
      Given the client under test acts as agent users
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And every renewal by refresh token is refused
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"
