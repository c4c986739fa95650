Feature: What a refresh token brings
  A refresh token brings scopes of one resource, as far as somebody grants them when it is used.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:CONSENT-DELEGATED
  Rule: A client gets a token for a user only with permissions that were consented to

    Scenario: It serves while consent lasts
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: It does not serve when consent was withdrawn
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And the administrator has withdrawn the permission grants of "Booking"
      When "Booking" renews the token
      Then the request is refused under rule "CONSENT-DELEGATED"

    Scenario: It brings no scope that nobody granted
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token for the scope "{Microsoft Graph}/Files.Read"
      Then the request is refused under rule "CONSENT-DELEGATED"

  @mock @live @rule:SCOPE-DEFAULT-ALONE
  Rule: A delegated request names the .default scope without other scopes of the resource

    Scenario: It brings all that was granted
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token for the scope "{Microsoft Graph}/.default openid"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: It does not bring all and one scope of it
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token for the scope "{Microsoft Graph}/.default {Microsoft Graph}/User.Read"
      Then the request is refused under rule "SCOPE-DEFAULT-ALONE"

  @mock @live @rule:SCOPE-ONE-RESOURCE
  Rule: The scopes of a delegated request are of one resource

    Scenario: It brings a scope of one resource
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token for the scope "{Microsoft Graph}/User.Read openid"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: It does not bring scopes of two resources
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token for the scope "{Microsoft Graph}/User.Read {the token exchange}/.default"
      Then the request is refused under rule "SCOPE-ONE-RESOURCE"
