Feature: Putting a credential into a request
  A credential stands in the form of a token request or, if it is a client
  secret, in its Authorization header. Where it stands must agree with the rest.

  @mock @live @rule:CRED-BASIC-CLIENT
  Rule: HTTP Basic names the same client as the body

    Scenario: A client secret may be sent by HTTP Basic
      Given "Concierge" presents its client secret by HTTP Basic
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A client secret sent by HTTP Basic in another name is refused
      Given "Concierge" presents its client secret by HTTP Basic in the name of another client
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-BASIC-CLIENT"

  @rule:CRED-SINGLE
  Rule: A request carries exactly one credential

    @mock @live
    Scenario: A client secret in the form is the only credential of a request
      Given a request of "Concierge" for T1 for "Booking"
      And it lacks the header "Authorization"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @mock
    Scenario: The same client secret in two places is refused
      Given "Concierge" presents its client secret both in the form and by HTTP Basic
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SINGLE"

    @mock @live
    Scenario: A client secret beside a client assertion is refused
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "client_secret" is "a-secret-beside-an-assertion"
      When it is sent
      Then the request is refused under rule "CRED-SINGLE"

  @mock @live @rule:ASSERT-TYPE
  Rule: A client assertion comes with the assertion type jwt-bearer

    Scenario: T1 is sent with the assertion type jwt-bearer
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: T1 sent without an assertion type is refused
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And it lacks "client_assertion_type"
      When it is sent
      Then the request is refused under rule "ASSERT-TYPE"

    Scenario: T1 sent with the assertion type of SAML is refused
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "client_assertion_type" is "urn:ietf:params:oauth:client-assertion-type:saml2-bearer"
      When it is sent
      Then the request is refused under rule "ASSERT-TYPE"
