Feature: What tokens and refusals tell of policies
  A token says how the person signed in and what that satisfied. A refusal for another reason
  already names the policies that the next sign-in meets.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOKEN-STEP-UP
  Rule: A token on behalf of a person names how often the person proved themselves, and for what

    Scenario: A token that satisfies an authentication context names it
      Given Conditional Access demands several factors of people for the context "c1"
      And "Bea" has called "Concierge", signed in by pwd,mfa
      And a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "claims" is '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
      When it is sent
      Then the token says:
        | amr  | the roles pwd, mfa |
        | acrs | the roles p1, c1   |

    Scenario: A token whose request asks for no authentication context names none
      Given "Bea" has called "Concierge", signed in by pwd,mfa
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token says:
        | amr  | the roles pwd, mfa |
        | acrs | the roles p1       |

  @mock @rule:CONSENT-CHALLENGE
  Rule: A refusal for want of consent names the policies of Conditional Access that apply

    Scenario: A refusal for want of consent has the challenge of a policy
      Given Conditional Access demands several factors of people
      When "Booking" asks for the scope "{Microsoft Graph}/Files.Read" on behalf of "Bea"
      Then the request is refused under rule "CONSENT-DELEGATED"
      And the answer says:
        | suberror | consent_required |
      And the answer has the challenge of the policy

    Scenario: A refusal for want of consent has no challenge without a policy that applies
      Given Conditional Access demands several factors of people at "Orders API"
      When "Booking" asks for the scope "{Microsoft Graph}/Files.Read" on behalf of "Bea"
      Then the request is refused under rule "CONSENT-DELEGATED"
      And the answer says:
        | claims | absent |
