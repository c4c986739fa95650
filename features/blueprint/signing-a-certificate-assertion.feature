Feature: Signing a certificate assertion
  A blueprint signs its assertion with the key of a certificate that is registered and within
  its validity window. The assertion is valid for only a few minutes.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:CERT-KNOWN
  Rule: A certificate assertion is signed with a certificate registered on the client

    @mock @live
    Scenario: A blueprint proves itself with its registered certificate
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    @mock
    Scenario: A blueprint cannot prove itself with an unregistered certificate
      Given "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-KNOWN"

    @mock @live
    Scenario: A blueprint cannot prove itself with a certificate of another client
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion signed with another key
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-KNOWN"

    @mock @live
    Scenario: A blueprint cannot prove itself with the certificate of its neighbour
      Given "Concierge" has a certificate
      And "Courier" presents an assertion with the certificate of another blueprint
      When "Courier" asks for T1 for "Parcel"
      Then the proof is refused, by the mock under rule "CERT-KNOWN"

    @mock @live
    Scenario: An agent identity cannot prove itself with a certificate
      Given "Concierge" has a certificate
      And "Booking" presents a certificate assertion
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CERT-KNOWN"

  @mock @rule:CERT-VALID
  Rule: A registered certificate works only within its validity window

    Scenario: A blueprint can use a certificate after its start
      Given "Concierge" has a certificate that starts in 2 days
      And 3 days have passed
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use a certificate before its start
      Given "Concierge" has a certificate that starts in 2 days
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-VALID"

    Scenario: A blueprint cannot use an expired certificate
      Given "Concierge" has a certificate that ended an hour ago
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-VALID"

  @mock @live @rule:CERT-SIGNATURE
  Rule: A certificate assertion has a valid signature

    Scenario: A blueprint gets a token with an assertion signed with the key of its certificate
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A blueprint cannot use an assertion that only names its certificate
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion with a broken signature
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CERT-SIGNATURE"

  @mock @live @rule:CERT-START
  Rule: A certificate assertion does not work before its start

    Scenario: A blueprint can use a certificate assertion from a clock slightly ahead
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion that starts within the allowed skew
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use a certificate assertion that starts in an hour
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion that has not started
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-START"

  @mock @live @rule:CERT-EXPIRED
  Rule: A certificate assertion does not work after its expiry

    Scenario: A certificate assertion can write its times as text
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion with times as text
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use an expired certificate assertion
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion that has expired
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-EXPIRED"
