Feature: Policies that block
  An administrator blocks people, agents or agent users by Conditional Access: at one resource or at
  all of them. Whoever is blocked gets no token for the resource, whichever way they ask.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:ACCESS-POLICY-BLOCK
  Rule: A policy of Conditional Access that blocks somebody leaves them without a token

    Scenario: An agent identity cannot act on behalf of a blocked person
      Given Conditional Access blocks "Bea"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"
      And the answer has the members in this order:
        | error             |
        | error_description |
        | error_codes       |
        | timestamp         |
        | trace_id          |
        | correlation_id    |
        | error_uri         |
        | suberror          |
        | claims            |
      And the answer says:
        | suberror  | message_only              |
        | error_uri | {origin}/error?code=53003 |
      And the answer has the challenge of the policy

    Scenario: A blocked agent identity gets no token as itself
      Given Conditional Access blocks "Booking"
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"
      And the answer says:
        | suberror | message_only |
      And the answer has the challenge of the policy

    Scenario: An agent identity gets no token as a blocked agent user
      Given Conditional Access blocks "Assistant"
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"

    Scenario: An agent identity cannot renew a token of a person who was blocked since
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And Conditional Access blocks people
      When "Booking" renews the token
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"

    Scenario: An agent identity cannot renew a token of an agent user who was blocked since
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      And Conditional Access blocks agent users
      When "Booking" renews the token
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"

    Scenario: An agent identity renews a token of a person whom no policy blocks any more
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And Conditional Access blocks "Bea"
      And Conditional Access has no policy any more
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: Several factors do not help a blocked person
      Given Conditional Access blocks people
      And "Bea" has called "Concierge", signed in by pwd,mfa
      And a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "claims" is the challenge of the policy
      When it is sent
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"
