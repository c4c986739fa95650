Feature: Tokens bound to the person who called
  A token on behalf of a person belongs to the session in which the person called, does not outlive
  the token of the person, and names the person by a subject of its own.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-SESSION
  Rule: A token on behalf of a user belongs to the session in which the user called

    @mock @live
    Scenario: A token on behalf of a person keeps the session of the person
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token has the same "sid" as that of "Bea"

    @mock
    Scenario: A person who called twice has two sessions
      Given "Bea" has called "Concierge"
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token has the same "sid" as that of "Bea"

  @rule:TOKEN-PAIRWISE
  Rule: The subject of a user differs from one application to the next

    @mock @live
    Scenario: Microsoft Graph knows a person by another subject than the blueprint
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token has another "sub" than that of "Bea"

    @mock
    Scenario: A custom API knows a person by another subject than the blueprint
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Orders API" on behalf of "Bea"
      Then the token has another "sub" than that of "Bea"

  @rule:TOKEN-OBO-LIFETIME
  Rule: A token on behalf of a user ends no later than the token of the user

    @mock @live
    Scenario: A token on behalf of a person does not outlive the token of the person
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token ends no later than that of "Bea"

    @mock
    Scenario: A token on behalf of a person ends with the short token of the person
      Given "Bea" has called "Concierge" with a token for another 11 minutes
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token ends no later than that of "Bea"
      And the token starts 5 minutes before it is issued and ends 11 minutes after

    @mock
    Scenario: A token on behalf of a person with a long token holds for 60 to 90 minutes
      Given "Bea" has called "Concierge" with a token for another 20 hours
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token says:
        | nbf | 300 seconds ago                    |
        | exp | 3900 to 5700 seconds after its nbf |
