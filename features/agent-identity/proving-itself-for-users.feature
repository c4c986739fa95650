Feature: Proving itself when a token is about a user
  On behalf of a person, as an agent user or with a refresh token: an agent identity proves itself each
  time as it does for itself, with a T1 of its own, genuine and within its lifetime.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"
    And "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"

  @mock @live @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it

    Scenario Outline: An agent identity asks <how> with its own T1
      Given a request of "Booking" <request>
      And its "client_assertion" is T1 for "Booking"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

      Examples: agent-on-behalf-of-oauth-flow.md, agent-user-oauth-flow.md
        | how                    | request                                  |
        | on behalf of a person  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user       | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token   | that renews the token                    |

    Scenario Outline: An agent identity does not ask <how> with the T1 of another
      Given a request of "Booking" <request>
      And its "client_assertion" is T1 for "Billing"
      When it is sent
      Then the request is refused under rule "T1-AGENT"

      Examples: agent-on-behalf-of-oauth-flow.md, agent-user-oauth-flow.md
        | how                    | request                                  |
        | on behalf of a person  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user       | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token   | that renews the token                    |

  @mock @live @rule:T1-SUBJECT
  Rule: The subject of T1 names an agent identity

    Scenario Outline: An agent identity does not ask <how> with T2 in place of T1
      Given a request of "Booking" <request>
      And its "client_assertion" is T2 of "Booking"
      When it is sent
      Then the request is refused under rule "T1-SUBJECT"

      Examples: agent-on-behalf-of-oauth-flow.md, agent-user-oauth-flow.md
        | how                    | request                                  |
        | on behalf of a person  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user       | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token   | that renews the token                    |

  @mock @live @rule:T1-SIGNATURE
  Rule: T1 has a valid signature

    Scenario Outline: An agent identity does not ask <how> with a copy of T1 <twist>
      Given a request of "Booking" <request>
      And its "client_assertion" is a copy of T1 for "Booking" <twist>
      When it is sent
      Then the proof is refused, by the mock under rule "T1-SIGNATURE"

      Examples: RFC 7523 section 3, point 9; RFC 7515 section 5.2
        | how                   | twist                    | request                                  |
        | on behalf of a person | with a changed signature | for "Microsoft Graph" on behalf of "Bea" |
        | on behalf of a person | that lives a day longer  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user      | with a changed signature | for "Microsoft Graph" as "Assistant"     |
        | as an agent user      | that lives a day longer  | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token  | with a changed signature | that renews the token                    |
        | with a refresh token  | that lives a day longer  | that renews the token                    |

  @mock @live @rule:T1-KEY
  Rule: T1 is signed with a key that the tenant publishes

    Scenario Outline: An agent identity does not ask <how> with a T1 that it signed itself
      Given a request of "Booking" <request>
      And its "client_assertion" is a copy of T1 for "Booking" signed with another key
      When it is sent
      Then the proof is refused, by the mock under rule "T1-KEY"

      Examples: RFC 7523 section 3, point 9
        | how                    | request                                  |
        | on behalf of a person  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user       | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token   | that renews the token                    |

  @mock @rule:T1-EXPIRED
  Rule: An agent identity cannot redeem T1 after its expiry

    Scenario Outline: An agent identity does not ask <how> with a T1 of before
      Given "Bea" has called "Concierge" with a token for another 20 hours
      And a request of "Booking" <request>
      And 66 minutes have passed
      When it is sent
      Then the request is refused under rule "T1-EXPIRED"

      Examples: RFC 7523 section 3, point 4
        | how                    | request                                  |
        | on behalf of a person  | for "Microsoft Graph" on behalf of "Bea" |
        | as an agent user       | for "Microsoft Graph" as "Assistant"     |
        | with a refresh token   | that renews the token                    |
