Feature: Requests on behalf of people
  Only the agent identity exchanges the token of a person, never its blueprint, and it says what it
  exchanges it for.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:OBO-BLUEPRINT
  Rule: A blueprint does not act on behalf of users; its agent identities do

    Scenario: An agent identity acts on behalf of a person
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A blueprint with its own credential does not act on behalf of a person
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "client_id" is "{Concierge}"
      And it lacks a credential
      And its "client_secret" is the client secret of "Concierge"
      When it is sent
      Then the request is refused under rule "OBO-BLUEPRINT"

    Scenario: A blueprint with a T1 does not act on behalf of a person
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "client_id" is "{Concierge}"
      When it is sent
      Then the proof is refused, by the mock under rule "OBO-BLUEPRINT"

  @mock @live @rule:OBO-USE
  Rule: An on-behalf-of request says so in requested_token_use

    Scenario: A request that says so is served
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "requested_token_use" is "on_behalf_of"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A request that does not say so is refused
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And it lacks "requested_token_use"
      When it is sent
      Then the request is refused under rule "OBO-USE"

    Scenario Outline: A request that says <something else> is refused
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "requested_token_use" is "<something else>"
      When it is sent
      Then the request is refused under rule "OBO-USE"

      Examples: v2-oauth2-on-behalf-of-flow, the value must be on_behalf_of
        | something else |
        | as_user        |
        | on_behalf      |

  @mock @live @rule:OBO-ASSERTION-PRESENT
  Rule: An on-behalf-of request carries the token of the user

    Scenario: A request that carries the token of a person is served
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A request without the token of a person is refused
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And it lacks "assertion"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-PRESENT"

  @mock @rule:USER-ASSIGNED
  Rule: An application that requires assignment is open only to the users assigned to it

    Scenario: An agent identity acts on behalf of a person who is assigned to its blueprint
      Given "Concierge" is open only to users assigned to it
      And "Bea" was assigned to "Concierge"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity does not act on behalf of a person who is not assigned
      Given "Concierge" is open only to users assigned to it
      And "Bea" was assigned to "Concierge"
      And "Carlos" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Carlos"
      Then the request is refused under rule "USER-ASSIGNED"

  @rule:T1-SUBJECT
  Rule: The subject of T1 names an agent identity

    @mock @live
    Scenario: An agent identity acts on behalf of a person with T1
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "client_assertion" is T1 for "Booking"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: An agent identity does not act on behalf of a person with T2 in place of T1
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "client_assertion" is T2 of "Booking"
      When it is sent
      Then the request is refused under rule "T1-SUBJECT"

  @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it

    @mock @live
    Scenario: An agent identity does not act on behalf of a person with the T1 of another
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "client_assertion" is T1 for "Billing"
      When it is sent
      Then the request is refused under rule "T1-AGENT"

    @mock @live
    Scenario: An agent identity that asks twice presents a T1 of its own each time
      Given "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"
