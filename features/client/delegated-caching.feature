Feature: How a client keeps people apart
  Tokens of people carry the rights of people. A client that confuses two of them gives the mail of
  one to another.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:PERSON-OWN-TOKEN
  Rule: A client never hands the token of one person to another

    Scenario: A second person does not get the token of the first
      Given the client under test acts on behalf of people
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Carlos"

    Scenario: A person who comes back gets the own token again
      Given the client under test acts on behalf of people
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: A person who consented to nothing does not get the token of another
      Given the client under test acts on behalf of people
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Ada"
      Then nobody has the token of another person
      And the client under test has 1 token

    Scenario: A person does not get the token of the user of the agent identity
      Given the client under test acts on behalf of people
      And the client under test acts as agent users
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: The user of an agent identity does not get the token of a person
      Given the client under test acts on behalf of people
      And the client under test acts as agent users
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

    Scenario: The second user of an agent identity does not get the token of the first
      Given the client under test acts as agent users
      And "Booking" has the user "Clerk", who reads mail
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      When the client under test gets a token for "Microsoft Graph" as the user "Clerk" of "Booking"
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Clerk"

    Scenario: A user named by user principal name does not get the token of one named by object id
      Given the client under test acts as agent users
      And "Booking" has the user "Clerk", who reads mail
      And the client under test has tried to get a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      When the client under test gets a token for "Microsoft Graph" as the user "Clerk" of "Booking" by name
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Clerk"

    Scenario: A user named by object id does not get the token of one named by user principal name
      Given the client under test acts as agent users
      And "Booking" has the user "Clerk", who reads mail
      And the client under test has tried to get a token for "Microsoft Graph" as the user "Clerk" of "Booking"
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking" by object id
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

    Scenario: The user of an agent identity does not get the token of the agent identity alone
      Given the client under test acts as agent users
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

    Scenario: An agent identity does not get the token of its user
      Given the client under test acts as agent users
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then nobody has the token of another person
      And the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:PERSON-CONCURRENT
  Rule: Simultaneous callers each get the token of their own person

    Scenario: Two people who come at once each get the own token
      Given the client under test acts on behalf of people
      When 6 simultaneous callers of the client under test get a token for "Microsoft Graph" as "Booking" on behalf of "Bea" and of "Carlos" in turn
      Then the client under test has 6 tokens
      And nobody has the token of another person

    Scenario: The users of two agent identities each get the own token
      Given the client under test acts as agent users
      And "Billing" has the user "Clerk", who reads mail
      When 6 simultaneous callers of the client under test get a token for "Microsoft Graph" as the user "Assistant" of "Booking" and as the user "Clerk" of "Billing" in turn
      Then the client under test has 6 tokens
      And nobody has the token of another person
