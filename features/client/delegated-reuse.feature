Feature: Whose token a client reuses
  A client that caches tokens finds each one again by its person. Names are not enough: two people
  may be called alike.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:PERSON-OWN-TOKEN
  Rule: A client never hands the token of one person to another

    Scenario: A person does not get the token of another who has the same name
      Given the client under test acts on behalf of people
      And "Carlos" has signed in under the name of "Bea", at another domain
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Carlos"

    Scenario: A user of an agent identity does not get the token of another who has the same name
      Given the client under test acts as agent users
      And "Booking" has the user "Clerk", who reads mail
      And "Clerk" is called as "Assistant" is, at another domain
      And the client under test has tried to get a token for "Microsoft Graph" as the user "Assistant" of "Booking" by name
      When the client under test gets a token for "Microsoft Graph" as the user "Clerk" of "Booking" by name
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Clerk"

  @client @mock @rule:PERSON-REUSE
  Rule: A client that caches tokens reuses that of a person

    Scenario: A client does not exchange the same token twice
      Given the client under test acts on behalf of people
      And the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has the same token again

    Scenario: A client does not ask for the token of an agent user twice
      Given the client under test acts as agent users
      And the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test has the same token again

    Scenario: A client keeps the token of a person while it serves another
      Given the client under test acts on behalf of people
      And the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has its first token again

  @client @mock @rule:PERSON-NEW-SIGN-IN
  Rule: A client exchanges the token of a new sign-in, although it has one of the same person

    Scenario: A person who signed in again gets a token of the new sign-in
      Given the client under test acts on behalf of people
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And "Bea" has signed in again
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test has 2 different tokens
      And the last exchange presents the newest token of "Bea"
