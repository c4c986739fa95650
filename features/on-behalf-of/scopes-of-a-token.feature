Feature: The scopes of a token about people
  What was granted for everybody, for the person, or to the blueprint adds up when a token is issued.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-SCOPES
  Rule: A token about a user names the permissions that were granted, and no others

    @mock
    Scenario: The default scope brings all that was granted
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email User.Read Mail.Read"

    @mock @live
    Scenario: A Graph token names the scopes of OpenID Connect, asked for or not
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names the scopes "openid profile email"
      And the token does not name the scope "offline_access"

    @mock
    Scenario: A single scope is issued alone
      Given "Bea" has called "Concierge"
      When "Booking" asks for the scope "{Microsoft Graph}/Mail.Read" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email Mail.Read"

    @mock
    Scenario: A scope in other letters is named as it was granted
      Given "Bea" has called "Concierge"
      When "Booking" asks for the scope "{Microsoft Graph}/mail.read" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email Mail.Read"

    @mock
    Scenario: What was granted for everybody adds to what was granted for the person
      Given the administrator has granted "Booking" the scope "Calendars.Read" of "Microsoft Graph"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email User.Read Mail.Read Calendars.Read"

    @mock
    Scenario: What was granted for one person is not granted for another
      Given the administrator has granted "Booking" the scope "Calendars.Read" of "Microsoft Graph" for "Ada"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token does not name the scope "Calendars.Read"

    @mock
    Scenario: An agent identity inherits the permissions of its blueprint where they are inheritable
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      And the administrator has granted "Concierge" the scope "Calendars.Read" of "Microsoft Graph"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names exactly the scopes "openid profile email User.Read Mail.Read Calendars.Read"

    @mock
    Scenario: An agent identity does not inherit what is not inheritable
      Given the administrator has granted "Concierge" the scope "Calendars.Read" of "Microsoft Graph"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token does not name the scope "Calendars.Read"

    @mock
    Scenario: New consent reaches the tokens when the lag is over
      Given "Bea" has called "Concierge"
      And the administrator has granted "Booking" the scope "Files.Read" of "Microsoft Graph"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token names the scopes "Files.Read"

    @mock
    Scenario: While the lag lasts a token lacks what was granted
      Given "Bea" has called "Concierge"
      And tokens of "Contoso" lag 20 requests behind
      And the administrator has granted "Booking" the scope "Files.Read" of "Microsoft Graph"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token does not name the scope "Files.Read"
