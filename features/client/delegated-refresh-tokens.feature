Feature: Which refresh token a client presents
  Each renewal may bring a new refresh token. It belongs to one agent identity, and the older one
  ages.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RENEW-NEWEST
  Rule: A client that got a new refresh token presents the old one no more

    Scenario: A client renews the token of a person with the refresh token that it got last
      Given the client under test acts on behalf of people
      And "Bea" has signed in for a day
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And 3 seconds have passed
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And 3 seconds have passed
      And no refresh token serves but the newest
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then no token request was refused
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"

    Scenario: A client renews the token of an agent user with the refresh token that it got last
      Given the client under test acts as agent users
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And 3 seconds have passed
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And 3 seconds have passed
      And no refresh token serves but the newest
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then no token request was refused
      And the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

  @client @mock @rule:RENEW-OWN-AGENT
  Rule: The agent identity that got a refresh token presents it, and no other

    Scenario: A client does not renew the token of one agent identity for another
      Given the client under test acts on behalf of people
      And "Bea" has signed in for a day
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      And the client under test has a token for "Microsoft Graph" as "Billing" on behalf of "Bea"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then no token request was refused
      And the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Bea"
