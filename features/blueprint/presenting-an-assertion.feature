Feature: Presenting an assertion
  An assertion is a signed JWT that names its issuer, its audience and its expiry. The tenant
  refuses an assertion without them before it checks the signature.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:ASSERT-JWT
  Rule: A client assertion is a signed JWT

    Scenario: T1 is a signed JWT and works as an assertion
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for the token exchange
      Then a token for the token exchange is issued to "Booking"

    Scenario: A blueprint cannot prove itself with text that is not a JWT
      Given "Booking" presents an assertion that is not a JWT
      When "Booking" asks for a token for the token exchange
      Then the request is refused under rule "ASSERT-JWT"

    Scenario: A blueprint cannot send its client secret as an assertion
      Given "Concierge" presents its client secret as an assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "ASSERT-JWT"

  @mock @live @rule:ASSERT-TYPE-PRESENT
  Rule: A client assertion comes with an assertion type

    Scenario: A certificate assertion with its assertion type proves the blueprint
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A blueprint cannot use a certificate assertion without its assertion type
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion without its type
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "ASSERT-TYPE-PRESENT"

  @mock @live @rule:ASSERT-CLAIMS
  Rule: A client assertion names its issuer and its audience

    Scenario: An assertion with an issuer and an audience proves the blueprint
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: An assertion that does not say when it was issued proves the blueprint
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion without a time of issue
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: A blueprint cannot use <an incomplete assertion>
      Given "Concierge" has a certificate
      And "Concierge" presents <an incomplete assertion>
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "ASSERT-CLAIMS"

      Examples: recorded responses in the test fixtures of a Microsoft client library, 2023
        | an incomplete assertion                     |
        | a certificate assertion without an issuer   |
        | a certificate assertion without an audience |

  @mock @live @rule:ASSERT-ALG
  Rule: A client assertion is signed with a supported algorithm

    Scenario Outline: An assertion signed with <algorithm> proves the blueprint
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion signed with <algorithm>
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

      Examples: documented at learn.microsoft.com, and sent by older client libraries
        | algorithm |
        | PS256     |
        | RS256     |

    Scenario Outline: A blueprint cannot prove itself with <an assertion without a key pair>
      Given "Concierge" has a certificate
      And "Concierge" presents <an assertion without a key pair>
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "ASSERT-ALG"

      Examples: recorded for another algorithm in the test fixtures of a Microsoft client library
        | an assertion without a key pair                     |
        | a certificate assertion signed with a shared secret |
        | a certificate assertion without a signature         |

  @mock @live @rule:ASSERT-EXP
  Rule: A client assertion says when it expires

    Scenario: An assertion with an expiry proves the blueprint
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use an assertion that never expires
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion without an expiry
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "ASSERT-EXP"
