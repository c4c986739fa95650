Feature: The type of an assertion
  A client that presents an assertion says what kind it is.

  @mock @live @rule:ASSERT-TYPE-PRESENT
  Rule: A client assertion comes with an assertion type

    Scenario: An agent identity sends T1 with an assertion type
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot send T1 without an assertion type
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And it lacks "client_assertion_type"
      When it is sent
      Then the request is refused under rule "ASSERT-TYPE-PRESENT"

  @mock @live @rule:ASSERT-TYPE
  Rule: The assertion type of a client assertion is jwt-bearer

    Scenario: An agent identity sends T1 with the assertion type jwt-bearer
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for the token exchange
      When it is sent
      Then a token for the token exchange is issued to "Booking"

    Scenario Outline: An agent identity cannot send T1 with the assertion type <type>
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "client_assertion_type" is "<type>"
      When it is sent
      Then the request is refused under rule "ASSERT-TYPE"

      Examples: RFC 7523 section 2.2 names the type of a JWT, and no other
        | type                                                   |
        | urn:ietf:params:oauth:client-assertion-type:saml2-bearer |
        | urn:ietf:params:oauth:client-assertion-type:jwt        |
        | jwt-bearer                                             |

    Scenario Outline: A blueprint cannot present a certificate assertion with the assertion type <type>
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      And a request of "Concierge" for T1 for "Booking"
      And its "client_assertion_type" is "<type>"
      When it is sent
      Then the request is refused under rule "ASSERT-TYPE"

      Examples: RFC 7523 section 2.2 names the type of a JWT, and no other
        | type                                                   |
        | urn:ietf:params:oauth:client-assertion-type:saml2-bearer |
        | urn:ietf:params:oauth:grant-type:jwt-bearer            |
