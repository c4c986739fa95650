Feature: The credential of an agent user
  T2 is the token that an agent identity got for the token exchange in its own name. Neither T1 nor
  the T2 of another agent identity opens its user account.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:USERFIC-AUDIENCE
  Rule: T2 is a token for the token exchange resource

    @mock @live
    Scenario: A token for the token exchange serves
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_federated_identity_credential" is T2 of "Booking"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: The token of a person does not serve
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And "Bea" has called "Concierge"
      And its "user_federated_identity_credential" is the token obtained last
      When it is sent
      Then the request is refused under rule "USERFIC-AUDIENCE"

    Scenario Outline: A token that the agent identity got for <a resource> does not serve
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And "Booking" has obtained a token for <a resource>
      And its "user_federated_identity_credential" is the token obtained last
      When it is sent
      Then the proof is refused, by the mock under rule "<rule>"

      @mock @live
      Examples: only Graph can verify a token for Graph
        | a resource        | rule        |
        | "Microsoft Graph" | USERFIC-KEY |

      @mock
      Examples: RFC 7523 section 3, point 3
        | a resource   | rule             |
        | "Orders API" | USERFIC-AUDIENCE |

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
