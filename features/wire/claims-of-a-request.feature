Feature: The claims that a request asks for
  A client that met a claims challenge passes on what it asks for.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:REQ-CLAIMS
  Rule: The parameter claims is a JSON object

    @mock @live
    Scenario: A request with claims in a JSON object is served
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "claims" is "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario Outline: A request with <malformed> claims is refused
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "claims" is "<claims>"
      When it is sent
      Then the request is refused under rule "REQ-CLAIMS"

      Examples: OpenID Connect Core section 5.5 makes claims a JSON object
        | malformed | claims                             |
        | cut       | {\\"access_token\\":               |
        | encoded   | eyJhY2Nlc3NfdG9rZW4iOnt9fQ==       |
        | listed    | []                                 |

    @mock
    Scenario: A request with claims that nobody knows is served
      Given a request of "Booking" for a token for "Microsoft Graph"
      And its "claims" is '{"userinfo":{"nickname":null}}'
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock
    Scenario: A request with empty claims is served
      Given a request of "Booking" for a token for "Microsoft Graph"
      And its "claims" is ""
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"
