Feature: The token of the person
  What an agent identity exchanges is an access token that a person got for its blueprint. Nothing
  else makes it act for anybody.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:OBO-ASSERTION-FORM
  Rule: The token of the user is a JWT

    @mock @live
    Scenario: A JWT is read
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: What is no JWT is refused
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is "Bea"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-FORM"

    @mock
    Scenario: A refresh token is no token of the person
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is "1.AXEAopaque"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-FORM"

  @mock @rule:OBO-ASSERTION-ID-TOKEN
  Rule: An id_token is no token to act on behalf of a user with

    Scenario: An access token of the person serves
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" for "Concierge"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An id_token of the person does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is an id_token of "Bea"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-ID-TOKEN"

  @rule:OBO-ASSERTION-GRAPH
  Rule: A token for Microsoft Graph is no token to act on behalf of a user with

    @mock @live
    Scenario: A token for the blueprint serves
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock
    Scenario: A Graph token of the person does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" for "Microsoft Graph"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-GRAPH"

    @mock @live
    Scenario: The Graph token of an agent user does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And "Booking" has obtained a token for "Microsoft Graph" as "Assistant"
      And its "assertion" is the token obtained last
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-GRAPH"

    @mock @live
    Scenario: What the exchange brought is not exchanged again
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is the token obtained last
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-GRAPH"

  @mock @rule:OBO-ASSERTION-USER
  Rule: The token of the user is about a user

    Scenario: A token about a person serves
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" for "Concierge"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A token of an application for the blueprint does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of an application for "Concierge"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-USER"
