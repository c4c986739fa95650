Feature: A blueprint after an earlier answer
  A gateway in front of a provider may remember what it answered. A blueprint still proves itself
  anew with each request, and no earlier answer helps or harms it.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:CRED-SECRET
  Rule: A client secret belongs to the client that sends it

    Scenario: A blueprint gets T1 with its client secret after a wrong one was refused
      Given "Concierge" presents a client secret it never had
      And "Concierge" was refused T1 for "Booking"
      And "Concierge" presents its client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: A blueprint whose client secret was accepted gets no T1 with <another secret>
      Given "Concierge" presents its client secret
      And "Concierge" has obtained T1 for "Booking"
      And "Concierge" presents <another secret>
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET"

      Examples: RFC 6749 appendix A.2, every character of a client secret counts
        | another secret                               |
        | a client secret it never had                 |
        | its client secret without its last character |
        | its client secret with one character more    |
        | its client secret in other letter case       |

  @mock @live @rule:CRED-PRESENT
  Rule: A client presents a credential

    Scenario: A blueprint gets its second T1 with its credential
      Given "Concierge" has obtained T1 for "Booking"
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint whose credential was accepted gets no T1 without one
      Given "Concierge" has obtained T1 for "Booking"
      And "Concierge" presents no credential
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-PRESENT"

  @mock @live @rule:CERT-SIGNATURE
  Rule: A certificate assertion has a valid signature

    Scenario: A blueprint gets T1 with its certificate after a broken signature was refused
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion with a broken signature
      And "Concierge" was refused T1 for "Booking"
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint whose certificate was accepted gets no T1 with a broken signature
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      And "Concierge" has obtained T1 for "Booking"
      And "Concierge" presents a certificate assertion with a broken signature
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-SIGNATURE"

  @mock @live @rule:FIC-SIGNATURE
  Rule: A federated token has a valid signature

    Scenario: A blueprint gets T1 with a federated token after a broken signature was refused
      Given "Concierge" trusts an external issuer
      And "Concierge" presents a federated token with a broken signature
      And "Concierge" was refused T1 for "Booking"
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint whose federated token was accepted gets no T1 with a broken signature
      Given "Concierge" trusts an external issuer
      And "Concierge" presents a federated token
      And "Concierge" has obtained T1 for "Booking"
      And "Concierge" presents a federated token with a broken signature
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-SIGNATURE"

  @mock @rule:CLIENT-ENABLED
  Rule: A disabled client gets no token

    Scenario: A blueprint gets its second T1 while another blueprint is disabled
      Given "Concierge" has obtained T1 for "Booking"
      And the blueprint "Courier" is disabled
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint that has obtained T1 gets no second one once it is disabled
      Given "Concierge" has obtained T1 for "Booking"
      And the blueprint "Concierge" is disabled
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CLIENT-ENABLED"
