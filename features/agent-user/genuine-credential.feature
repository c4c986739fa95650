Feature: Recognizing the genuine credential of an agent user
  T2 opens a user account only as its own tenant signed it, and only while it lasts.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:USERFIC-KEY
  Rule: T2 is signed with a key that the tenant publishes

    @mock
    Scenario: T2 signed with a former key serves
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And "Contoso" has a new signing key
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: A copy of T2 signed with an unpublished key does not serve
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_federated_identity_credential" is a copy of T2 of "Booking" signed with another key
      When it is sent
      Then the request is refused under rule "USERFIC-KEY"

  @rule:USERFIC-SIGNATURE
  Rule: T2 has a valid signature

    @mock @live
    Scenario: T2 as the tenant signed it serves
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario Outline: A copy of T2 <twist> does not serve
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_federated_identity_credential" is a copy of T2 of "Booking" <twist>
      When it is sent
      Then the request is refused under rule "USERFIC-SIGNATURE"

      Examples: RFC 7523 section 3, point 9; RFC 7515 section 5.2
        | twist                    |
        | that lives a day longer  |
        | with a changed signature |
        | with an empty signature  |

  @mock @rule:USERFIC-ISSUER
  Rule: T2 was issued by the tenant in which it is redeemed

    Scenario: T2 of the own tenant serves
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A token of another tenant for the token exchange does not serve
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_federated_identity_credential" is a token that "Outpost" of "Fabrikam" got for the token exchange
      When it is sent
      Then the request is refused under rule "USERFIC-ISSUER"

  @mock @rule:USERFIC-START
  Rule: An agent identity cannot redeem T2 before its start

    Scenario: T2 serves at a clock that is slightly behind
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And the clock of "Contoso" is put back by 9 minutes
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: T2 does not serve at a clock that is too far behind
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And the clock of "Contoso" is put back by 30 minutes
      And its "client_assertion" is T1 for "Booking"
      When it is sent
      Then the request is refused under rule "USERFIC-START"

  @mock @rule:USERFIC-EXPIRED
  Rule: An agent identity cannot redeem T2 after its expiry

    Scenario: T2 serves in its last minute
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And 59 minutes have passed
      And its "client_assertion" is T1 for "Booking"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: T2 does not serve after an hour for a user named by the user name
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And it lacks "user_id"
      And its "username" is the user name of "Assistant"
      And 61 minutes have passed
      And its "client_assertion" is T1 for "Booking"
      When it is sent
      Then the request is refused under rule "USERFIC-EXPIRED"

    Scenario: T2 does not serve after an hour
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And 61 minutes have passed
      And its "client_assertion" is T1 for "Booking"
      When it is sent
      Then the request is refused under rule "USERFIC-EXPIRED"
