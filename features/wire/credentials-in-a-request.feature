Feature: Credentials in a request
  A token request carries its credential in the form or, if it is a client secret, in the
  Authorization header. Either place must agree with the rest of the request.

  @mock @live @rule:CRED-BASIC-CLIENT
  Rule: HTTP Basic names the same client as the body

    Scenario: A client can send its secret by HTTP Basic
      Given "Concierge" presents its client secret by HTTP Basic
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A client cannot send its secret by HTTP Basic under another name
      Given "Concierge" presents its client secret by HTTP Basic in the name of another client
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-BASIC-CLIENT"

  @mock @live @rule:CRED-SECRET
  Rule: A client secret belongs to the client that sends it

    Scenario: A blueprint gets its own token with its client secret by HTTP Basic
      Given "Concierge" presents its client secret by HTTP Basic
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A blueprint cannot prove itself by HTTP Basic with a client secret it never had
      Given "Concierge" presents a client secret it never had by HTTP Basic
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET"

  @rule:CRED-SINGLE
  Rule: A request carries exactly one credential

    @mock @live
    Scenario: A request can carry one client secret in the form
      Given a request of "Concierge" for T1 for "Booking"
      And it lacks the header "Authorization"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @mock
    Scenario: A request cannot carry the same client secret in two places
      Given "Concierge" presents its client secret both in the form and by HTTP Basic
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SINGLE"

    @mock @live
    Scenario: A request cannot carry a client secret beside a client assertion
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "client_secret" is "a-secret-beside-an-assertion"
      When it is sent
      Then the request is refused under rule "CRED-SINGLE"

  @mock @live @rule:CRED-PRESENT
  Rule: A client presents a credential

    Scenario: A client can send its credential again under the same correlation id
      Given a request of "Concierge" for T1 for "Booking"
      And its header "client-request-id" is "{nobody}"
      And it has been sent
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint needs its credential under the correlation id of its last request too
      Given a request of "Concierge" for T1 for "Booking"
      And its header "client-request-id" is "{nobody}"
      And it has been sent
      And it lacks a credential
      When it is sent
      Then the request is refused under rule "CRED-PRESENT"
