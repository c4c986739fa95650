Feature: Who asks when a token is about a user
  Without T1 an agent identity is nobody, and a secret is none of its own. One that is disabled, or whose
  blueprint is, asks in vain, also for users whom it served before.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"
    And "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"

  @mock @live @rule:CRED-PRESENT
  Rule: A client presents a credential

    Scenario Outline: An agent identity does not ask <how> without any proof
      Given a request of "Booking" <request>
      And it lacks a credential
      When it is sent
      Then the request is refused under rule "CRED-PRESENT"

      Examples: agent-on-behalf-of-oauth-flow.md, agent-user-oauth-flow.md
        | how                    | request                                  |
        | on behalf of a person  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user       | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token   | that renews the token                    |

  @mock @live @rule:CRED-AGENT-SECRET
  Rule: An agent identity has no client secret

    Scenario Outline: An agent identity does not ask <how> with the client secret of its blueprint
      Given a request of "Booking" <request>
      And it lacks a credential
      And its "client_secret" is the client secret of "Concierge"
      When it is sent
      Then the request is refused under rule "CRED-AGENT-SECRET"

      Examples: agent-on-behalf-of-oauth-flow.md, agent-user-oauth-flow.md
        | how                    | request                                  |
        | on behalf of a person  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user       | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token   | that renews the token                    |

  @mock @rule:CLIENT-ENABLED
  Rule: A disabled client gets no token

    Scenario Outline: A disabled agent identity that was served before asks in vain <how>
      Given a request of "Booking" <request>
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And the agent identity "Booking" is disabled
      When it is sent
      Then the request is refused under rule "CLIENT-ENABLED"

      Examples: public captures of the message
        | how                    | request                                  |
        | on behalf of a person  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user       | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token   | that renews the token                    |

  @mock @rule:CLIENT-PARENT-ENABLED
  Rule: An agent identity whose blueprint is disabled gets no token

    Scenario Outline: An agent identity of a disabled blueprint asks in vain <how>
      Given a request of "Booking" <request>
      And the blueprint "Concierge" is disabled
      When it is sent
      Then the request is refused under rule "CLIENT-PARENT-ENABLED"

      Examples: agent-blueprint.md, the agent identities of a disabled blueprint stop authenticating
        | how                    | request                                  |
        | on behalf of a person  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user       | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token   | that renews the token                    |
