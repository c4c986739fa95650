Feature: Policies that demand several factors
  A person signed in with a password alone, and a policy demands more. The agent cannot ask the
  person: the refusal has a challenge, and whoever the person talks to signs them in anew with it.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:ACCESS-POLICY-MFA
  Rule: Where Conditional Access demands several factors, a sign-in with one brings no token

    Scenario: A sign-in with a password alone is challenged
      Given Conditional Access demands several factors of people
      And "Bea" has called "Concierge", signed in by pwd
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "ACCESS-POLICY-MFA"
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
        | suberror  | basic_action              |
        | error_uri | {origin}/error?code=50076 |
      And the answer has the challenge of the policy

    Scenario: The challenge does not satisfy itself
      Given Conditional Access demands several factors of people
      And "Bea" has called "Concierge", signed in by pwd
      And a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "claims" is the challenge of the policy
      When it is sent
      Then the request is refused under rule "ACCESS-POLICY-MFA"

    Scenario: A person who signed in anew with several factors is let through
      Given Conditional Access demands several factors of people
      And "Bea" has called "Concierge", signed in by pwd
      And "Bea" has called "Concierge", signed in by pwd,mfa
      And a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "claims" is the challenge of the policy
      When it is sent
      Then the token says:
        | amr | the roles pwd, mfa |

    Scenario: A refresh token of a sign-in with a password alone is challenged once there is a policy
      Given "Bea" has called "Concierge", signed in by pwd
      And "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And Conditional Access demands several factors of people at "Microsoft Graph"
      When "Booking" renews the token
      Then the request is refused under rule "ACCESS-POLICY-MFA"

    Scenario: A refresh token of a sign-in with several factors is not challenged
      Given "Bea" has called "Concierge", signed in by pwd,mfa
      And "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And Conditional Access demands several factors of people at "Microsoft Graph"
      When "Booking" renews the token
      Then the token says:
        | amr | the roles pwd, mfa |

    Scenario: A sign-in with a password alone is enough at a resource without a policy
      Given Conditional Access demands several factors of people at "Orders API"
      And "Bea" has called "Concierge", signed in by pwd
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token says:
        | amr | the roles pwd |

    Scenario: A request that asks for an authentication context meets its policy
      Given Conditional Access demands several factors of people for the context "c1"
      And "Bea" has called "Concierge", signed in by pwd
      And a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "claims" is '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
      When it is sent
      Then the request is refused under rule "ACCESS-POLICY-MFA"

    Scenario: A request that asks for no authentication context does not meet its policy
      Given Conditional Access demands several factors of people for the context "c1"
      And "Bea" has called "Concierge", signed in by pwd
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token says:
        | amr | the roles pwd |
