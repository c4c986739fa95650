Feature: Policies that a test adds and removes
  A test adds a policy of Conditional Access when it needs one, and removes it again.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-ACCESS-POLICY
  Rule: A test adds and removes policies of Conditional Access

    Scenario: A policy applies as soon as it is added
      Given a test has added the policy '{"displayName":"No agents","appliesTo":"agents","control":"block"}'
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"

    Scenario: The mock shows an added policy with its id
      When a test adds the policy '{"displayName":"No agents","appliesTo":"agents","control":"block"}'
      Then the answer says:
        | accessPolicies.length    | 1                                                    |
        | accessPolicies.0.id      | matching ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$ |
        | accessPolicies.0.control | block                                                |

    Scenario: A removed policy no longer applies
      Given a test has added the policy '{"displayName":"No agents","appliesTo":"agents","control":"block"}'
      And a test has removed the policies
      When "Booking" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A policy cannot demand several factors of agents
      When a test adds the policy '{"displayName":"Agents","appliesTo":"agents","control":"mfa"}'
      Then the answer says:
        | problems.0 | matching only people sign in with several factors |
