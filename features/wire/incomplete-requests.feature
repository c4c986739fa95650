Feature: Saying in a token request what is wanted
  A token request names its grant type, its client and its scope. Without one
  of them nobody can tell who wants which token.

  @rule:REQ-GRANT-TYPE
  Rule: A token request names its grant type

    @mock @live
    Scenario: A request that names client credentials as its grant type is answered
      Given a request of "Concierge" for T1 for "Booking"
      And its "grant_type" is "client_credentials"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @mock @live
    Scenario: A request without a grant type is refused
      Given a request of "Concierge" for T1 for "Booking"
      And it lacks "grant_type"
      When it is sent
      Then the request is refused under rule "REQ-GRANT-TYPE"

    @mock
    Scenario: A request with an empty grant type is refused
      Given a request of "Concierge" for T1 for "Booking"
      And its "grant_type" is ""
      When it is sent
      Then the request is refused under rule "REQ-GRANT-TYPE"

  @rule:REQ-GRANT
  Rule: A token request uses a supported grant type

    @mock @live
    Scenario: The grant of client credentials is served to an agent identity
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: A grant that nobody has defined is not served
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "grant_type" is "urn:example:a-grant-nobody-knows"
      When it is sent
      Then the request is refused under rule "REQ-GRANT"

    @mock
    Scenario: The token exchange grant of RFC 8693 is not served
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "grant_type" is "urn:ietf:params:oauth:grant-type:token-exchange"
      When it is sent
      Then the request is refused under rule "REQ-GRANT"

  @rule:REQ-CLIENT-ID
  Rule: A token request names its client

    @mock @live
    Scenario: A request that names its client is answered
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its "client_id" is "{Concierge}"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Concierge"

    @mock
    Scenario: HTTP Basic alone may name the client
      Given "Concierge" presents its client secret by HTTP Basic
      And a request of "Concierge" for T1 for "Booking"
      And it lacks "client_id"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @mock @live
    Scenario: A request that names no client is refused
      Given a request of "Concierge" for T1 for "Booking"
      And it lacks "client_id"
      When it is sent
      Then the request is refused under rule "REQ-CLIENT-ID"

  @rule:REQ-SCOPE
  Rule: A client credentials request names its scope

    @mock @live
    Scenario: A request that names its scope is answered
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its "scope" is "{Microsoft Graph}/.default"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Concierge"

    @mock @live
    Scenario: A request without a scope is refused
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And it lacks "scope"
      When it is sent
      Then the request is refused under rule "REQ-SCOPE"

    @mock
    Scenario: A resource named instead of a scope, as in version 1, is refused
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And it lacks "scope"
      And its "resource" is "{Microsoft Graph}"
      When it is sent
      Then the request is refused under rule "REQ-SCOPE"
