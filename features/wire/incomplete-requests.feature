Feature: Incomplete token requests
  A token request names its grant type, its client and its scope. Without one of them the
  tenant cannot know who wants which token.

  @rule:REQ-GRANT-TYPE
  Rule: A token request names its grant type

    @mock @live
    Scenario: A client can name client credentials as its grant type
      Given a request of "Concierge" for T1 for "Booking"
      And its "grant_type" is "client_credentials"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @mock @live
    Scenario: A request cannot leave out its grant type
      Given a request of "Concierge" for T1 for "Booking"
      And it lacks "grant_type"
      When it is sent
      Then the request is refused under rule "REQ-GRANT-TYPE"

    @mock
    Scenario: A request cannot have an empty grant type
      Given a request of "Concierge" for T1 for "Booking"
      And its "grant_type" is ""
      When it is sent
      Then the request is refused under rule "REQ-GRANT-TYPE"

  @rule:REQ-GRANT
  Rule: A token request uses a supported grant type

    @mock @live
    Scenario: An agent identity can use the client credentials grant
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: A client cannot use an undefined grant
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "grant_type" is "urn:example:a-grant-nobody-knows"
      When it is sent
      Then the request is refused under rule "REQ-GRANT"

    @mock @live
    Scenario Outline: An agent identity cannot use the <grant> grant
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "grant_type" is "<name>"
      When it is sent
      Then the proof is refused, by the mock under rule "REQ-GRANT"

      Examples: learn.microsoft.com, the grants that an agent identity supports
        | grant                      | name                                            |
        | token exchange of RFC 8693 | urn:ietf:params:oauth:grant-type:token-exchange |
        | password                   | password                                        |

  @rule:REQ-CLIENT-ID
  Rule: A token request names its client

    @mock @live
    Scenario: A request can name its client in the form
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its "client_id" is "{Concierge}"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Concierge"

    @mock
    Scenario: A request can name its client by HTTP Basic alone
      Given "Concierge" presents its client secret by HTTP Basic
      And a request of "Concierge" for T1 for "Booking"
      And it lacks "client_id"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @mock @live
    Scenario: A request cannot leave out its client
      Given a request of "Concierge" for T1 for "Booking"
      And it lacks "client_id"
      When it is sent
      Then the request is refused under rule "REQ-CLIENT-ID"

  @rule:REQ-SCOPE
  Rule: A token request names its scope

    @mock @live
    Scenario: A request can name its scope
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its "scope" is "{Microsoft Graph}/.default"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Concierge"

    @mock @live
    Scenario: A request cannot leave out its scope
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And it lacks "scope"
      When it is sent
      Then the request is refused under rule "REQ-SCOPE"

    @mock @live
    Scenario: A request for T1 cannot leave out its scope
      Given a request of "Concierge" for T1 for "Booking"
      And it lacks "scope"
      When it is sent
      Then the request is refused under rule "REQ-SCOPE"

    @mock
    Scenario: A request cannot name a resource instead of a scope, as in version 1
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And it lacks "scope"
      And its "resource" is "{Microsoft Graph}"
      When it is sent
      Then the request is refused under rule "REQ-SCOPE"
