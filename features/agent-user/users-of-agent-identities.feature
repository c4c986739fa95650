Feature: Users of agent identities
  An agent identity acts as the one user account that is its own, while the account is enabled.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:USERFIC-USER-KNOWN
  Rule: The tenant knows the user of a user_fic request

    @mock @live
    Scenario: An agent user that the tenant knows is served
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: A user whom nobody knows is refused
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_id" is "{nobody}"
      When it is sent
      Then the request is refused under rule "USERFIC-USER-KNOWN"

    @mock @live
    Scenario: A user name that nobody has is refused
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And it lacks "user_id"
      And its "username" is "nobody@nobody.example"
      When it is sent
      Then the request is refused under rule "USERFIC-USER-KNOWN"

    @mock
    Scenario: An agent user that was deleted is refused
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And the user "Assistant" no longer exists
      When it is sent
      Then the request is refused under rule "USERFIC-USER-KNOWN"

  @rule:USERFIC-PARENT
  Rule: An agent identity gets tokens only for its own agent user

    @mock @live
    Scenario: An agent identity asks as its own agent user
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario Outline: <agent> does not ask as the agent user of "Booking"
      When <agent> asks for "Microsoft Graph" as "Assistant"
      Then the request is refused under rule "USERFIC-PARENT"

      Examples: agent-user-oauth-flow.md, only the parent agent identity can impersonate
        | agent     |
        | "Billing" |
        | "Parcel"  |

    @mock @live
    Scenario: An agent identity does not ask as a person
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_id" is the id of "Bea"
      When it is sent
      Then the request is refused under rule "USERFIC-PARENT"

    @mock @live
    Scenario: A request that names its own user and a person is not about the person
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "username" is the user name of "Bea"
      When it is sent
      Then no token about "Bea" is issued

    @mock @live
    Scenario: An agent identity does not ask as a person by the user name
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And it lacks "user_id"
      And its "username" is the user name of "Bea"
      When it is sent
      Then the request is refused under rule "USERFIC-PARENT"

  @mock @rule:USERFIC-USER-ENABLED
  Rule: A disabled agent user gets no token

    Scenario: An agent user gets a token although a person was disabled
      Given the user "Bea" is disabled
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent user that is disabled gets none
      Given the user "Assistant" is disabled
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the request is refused under rule "USERFIC-USER-ENABLED"

    Scenario: An agent user that is disabled gets none by its name, although it was served before
      Given "Booking" has obtained a token for "Microsoft Graph" as "Assistant"
      And the user "Assistant" is disabled
      When "Booking" asks for "Microsoft Graph" as "Assistant" by the user name
      Then the request is refused under rule "USERFIC-USER-ENABLED"
