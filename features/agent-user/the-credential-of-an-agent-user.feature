Feature: The credential of an agent user
  T2 is the token that an agent identity got for the token exchange in its own name. Neither T1 nor
  the T2 of another agent identity opens its user account.

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

  @mock @live @rule:USERFIC-AUDIENCE
  Rule: T2 is a token for the token exchange resource

    Scenario: A token for the token exchange serves
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_federated_identity_credential" is T2 of "Booking"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: The token of a person does not serve
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And "Bea" has called "Concierge"
      And its "user_federated_identity_credential" is the token obtained last
      When it is sent
      Then the request is refused under rule "USERFIC-AUDIENCE"

  @mock @live @rule:USERFIC-CREDENTIAL-AGENT
  Rule: T2 is a token of the agent identity that redeems it

    Scenario: The own T2 serves
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_federated_identity_credential" is T2 of "Booking"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: T1 in place of T2 does not serve
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_federated_identity_credential" is T1 for "Booking"
      When it is sent
      Then the request is refused under rule "USERFIC-CREDENTIAL-AGENT"

    Scenario Outline: T2 of <another agent identity> does not serve
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_federated_identity_credential" is T2 of <another agent identity>
      When it is sent
      Then the request is refused under rule "USERFIC-CREDENTIAL-AGENT"

      Examples: agent-user-oauth-flow.md, the same agent identity presents T1 and T2
        | another agent identity |
        | "Billing"              |
        | "Parcel"               |

  @mock @live @rule:T1-SUBJECT
  Rule: The subject of T1 names an agent identity

    Scenario: T1 beside T2 serves
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "client_assertion" is T1 for "Booking"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: T2 in place of T1 does not serve
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "client_assertion" is T2 of "Booking"
      When it is sent
      Then the request is refused under rule "T1-SUBJECT"

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

    Scenario: T2 does not serve after an hour
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And 61 minutes have passed
      And its "client_assertion" is T1 for "Booking"
      When it is sent
      Then the request is refused under rule "USERFIC-EXPIRED"
