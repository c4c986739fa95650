Feature: Signing an assertion with a certificate
  The key of a certificate that is registered and in its validity window signs
  the assertion, which itself holds for some minutes only.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:CERT-KNOWN
  Rule: A certificate assertion is signed with a certificate registered on the client

    Scenario: A blueprint proves itself with its registered certificate
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A certificate that was never registered proves nothing
      Given "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-KNOWN"

    Scenario: A certificate of somebody else proves nothing
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion signed with another key
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-KNOWN"

    Scenario: An agent identity cannot prove itself with a certificate
      Given "Concierge" has a certificate
      And "Booking" presents a certificate assertion
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CERT-KNOWN"

  @mock @rule:CERT-VALID
  Rule: A registered certificate works only within its validity window

    Scenario: A certificate is accepted after its start
      Given "Concierge" has a certificate that starts in 2 days
      And 3 days have passed
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A certificate that starts later is refused
      Given "Concierge" has a certificate that starts in 2 days
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-VALID"

    Scenario: A certificate that has ended is refused
      Given "Concierge" has a certificate that ended an hour ago
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-VALID"

  @mock @rule:CERT-SIGNATURE
  Rule: A certificate assertion has a valid signature

    Scenario: An assertion signed with the key of the certificate gets a token
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: An assertion that only names the certificate of the blueprint is refused
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion with a broken signature
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CERT-SIGNATURE"

  @mock @rule:CERT-START
  Rule: A certificate assertion does not work before its start

    Scenario: A certificate assertion of a clock a little ahead is accepted
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion that starts within the allowed skew
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A certificate assertion that starts in an hour is refused
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion that has not started
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-START"

  @mock @rule:CERT-EXPIRED
  Rule: A certificate assertion does not work after its expiry

    Scenario: A certificate assertion may write its times as text
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion with times as text
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A certificate assertion that has expired is refused
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion that has expired
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-EXPIRED"
