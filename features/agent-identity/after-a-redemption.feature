Feature: An agent identity after a redemption
  A provider that keeps what it checked or issued may take the next request for the one before.
  Whatever T1 was redeemed for, the next request counts by itself.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"
    And "Concierge" has obtained T1 for "Booking"

  @rule:TOKEN-FORM
  Rule: The resource decides the form of its tokens

    @mock @live
    Scenario: An agent identity redeems T1 again, for the token exchange
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Booking" redeems it for the token exchange
      Then a token for the token exchange is issued to "Booking"

    @mock
    Scenario: An agent identity redeems T1 again, for an API
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Booking" redeems it for "Orders API"
      Then a token for "Orders API" is issued to "Booking"

  @mock @live @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it

    Scenario: The agent identity that T1 names redeems it a second time
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: Another agent identity cannot redeem a T1 that was redeemed before
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Billing" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AGENT"

    Scenario: An agent identity that has a token cannot redeem the T1 of another one
      Given "Booking" has redeemed it for "Microsoft Graph"
      And "Concierge" has obtained T1 for "Billing"
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AGENT"

  @mock @live @rule:T1-SIGNATURE
  Rule: T1 has a valid signature

    Scenario: An agent identity redeems a T1 again that nobody changed
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Booking" redeems it for the token exchange
      Then a token for the token exchange is issued to "Booking"

    Scenario Outline: An agent identity cannot redeem a copy of its own T1 <changed>
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Booking" redeems a copy of it <changed> for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-SIGNATURE"

      Examples: RFC 7515 section 5.2
        | changed                  |
        | that lives a day longer  |
        | that claims a role       |
        | with an empty signature  |
        | with a changed signature |

  @mock @live @rule:T1-KEY
  Rule: T1 is signed with a key that the tenant publishes

    Scenario: An agent identity redeems a T1 again with the signature of the tenant
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot redeem a copy of its own T1 that it signed itself
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Booking" redeems a copy of it signed with another key for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-KEY"

  @mock @live @rule:CRED-PRESENT
  Rule: A client presents a credential

    Scenario: An agent identity gets its second token with T1
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity that has a token gets none without T1
      Given "Booking" has redeemed it for "Microsoft Graph"
      And "Booking" presents no credential
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CRED-PRESENT"

  @mock @live @rule:CRED-AGENT-SECRET
  Rule: An agent identity has no client secret

    Scenario: An agent identity gets its second token with T1 instead of a client secret
      Given "Booking" has redeemed it for "Microsoft Graph"
      When "Booking" redeems it for the token exchange
      Then a token for the token exchange is issued to "Booking"

    Scenario: An agent identity that has a token gets none with a secret
      Given "Booking" has redeemed it for "Microsoft Graph"
      And "Booking" presents a client secret it never had
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CRED-AGENT-SECRET"

  @mock @rule:T1-EXPIRED
  Rule: An agent identity cannot redeem T1 after its expiry

    Scenario: An agent identity redeems a T1 again in its last minute
      Given "Booking" has redeemed it for "Microsoft Graph"
      And 59 minutes have passed
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot redeem a T1 again after an hour
      Given "Booking" has redeemed it for "Microsoft Graph"
      And an hour has passed
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-EXPIRED"
