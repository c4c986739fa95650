Feature: Calling the blueprint
  A person calls the blueprint, and any of its agent identities acts. No other blueprint or API does.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:OBO-ASSERTION-AUDIENCE
  Rule: The token of the user is for the blueprint of the agent identity

    @mock @live
    Scenario: An agent identity of the blueprint that was called acts for the person
      Given "Bea" has called "Concierge"
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock
    Scenario: The second agent identity acts for a person who called the blueprint
      Given "Bea" has called "Concierge"
      When "Billing" asks for the scope "{Microsoft Graph}/User.Read" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Billing"

    @mock @live
    Scenario: An agent identity of another blueprint does not act for a person who did not call that
      When "Parcel" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-ASSERTION-AUDIENCE"

    @mock
    Scenario: A token of the person for an API does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" for "Orders API"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-AUDIENCE"

    @mock
    Scenario Outline: A token of the person for the agent identity, named as <audience>, does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" for the audience "<audience>"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-AUDIENCE"

      Examples: agent-on-behalf-of-oauth-flow.md, the audience is the client id of the blueprint
        | audience        |
        | {Booking}       |
        | api://{Booking} |

    @mock
    Scenario: A token of the person of version 1 serves
      Given "Concierge" takes version 1 tokens
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: T1 is no token of the person
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is T1 for "Booking"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-AUDIENCE"

    @mock @live
    Scenario: T2 is no token of the person
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is T2 of "Booking"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-AUDIENCE"
