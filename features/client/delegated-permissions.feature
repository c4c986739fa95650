Feature: Which permissions the tokens of people carry
  A token about a person names what the person allowed. Two tokens for one resource may differ in
  that, and a client that keeps both under one name returns one that is not enough.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:PERSON-PERMISSIONS
  Rule: A token of a person carries the permissions that its caller asked for

    Scenario: A client with a token for one permission gets another token for the next
      Given the client under test acts on behalf of people
      And the client under test has a token for the scope "{Microsoft Graph}/User.Read" as "Booking" on behalf of "Bea"
      When the client under test gets a token for the scope "{Microsoft Graph}/Mail.Read" as "Booking" on behalf of "Bea"
      Then every token of a person carries the permissions that were asked for
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: A client with a token for one permission gets another token for two
      Given the client under test acts on behalf of people
      And the client under test takes several scopes
      And the client under test has a token for the scope "{Microsoft Graph}/User.Read" as "Booking" on behalf of "Bea"
      When the client under test gets a token for the scope "{Microsoft Graph}/User.Read {Microsoft Graph}/Mail.Read" as "Booking" on behalf of "Bea"
      Then every token of a person carries the permissions that were asked for
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: A client of an agent user with a token for one permission gets another token for the next
      Given the client under test acts as agent users
      And "Assistant" has consented that "Booking" reads mail and users
      And the client under test has a token for the scope "{Microsoft Graph}/User.Read" as the user "Assistant" of "Booking"
      When the client under test gets a token for the scope "{Microsoft Graph}/Mail.Read" as the user "Assistant" of "Booking"
      Then every token of a person carries the permissions that were asked for
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"
