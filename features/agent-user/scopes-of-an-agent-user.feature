Feature: What an agent user may do
  An agent user has the permissions that were granted for it, for everybody, or to its blueprint for all
  its agent identities.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-SCOPES
  Rule: A token about a user names the permissions that were granted, and no others

    @mock
    Scenario: An agent user gets what was granted for it
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token names exactly the scopes "openid profile email User.Read Mail.Read"

    @mock
    Scenario: An agent user gets the one scope that was asked for
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read" as "Assistant"
      Then the token names exactly the scopes "openid profile email User.Read"

    @mock
    Scenario: What was granted for everybody adds to what was granted for the agent user
      Given the administrator has granted "Booking" the scope "Calendars.Read" of "Microsoft Graph"
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token names exactly the scopes "openid profile email User.Read Mail.Read Calendars.Read"

    @mock
    Scenario: An agent user gets what its agent identity inherits
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      And the administrator has granted "Concierge" the scope "Calendars.Read" of "Microsoft Graph"
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token names exactly the scopes "openid profile email User.Read Mail.Read Calendars.Read"

    @mock
    Scenario: An agent user does not get what is not inheritable
      Given the administrator has granted "Concierge" the scope "Calendars.Read" of "Microsoft Graph"
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token does not name the scope "Calendars.Read"

    @mock
    Scenario: An agent user does not get what was granted for a person
      Given the administrator has granted "Booking" the scope "Files.Read" of "Microsoft Graph" for "Ada"
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token does not name the scope "Files.Read"
