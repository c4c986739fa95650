Feature: Proving itself with a client secret
  A blueprint can prove itself with its own client secret while the secret is valid. An agent
  identity never has one.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:CRED-SECRET
  Rule: A client secret belongs to the client that sends it

    Scenario: A blueprint proves itself with its client secret
      Given "Concierge" presents its client secret
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: A blueprint cannot prove itself with <another secret>
      Given "Concierge" presents <another secret>
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET"

      Examples: RFC 6749 appendix A.2, every character of a client secret counts
        | another secret                               |
        | a client secret it never had                 |
        | the client secret of another blueprint       |
        | its client secret after a space              |
        | its client secret before a space             |
        | its client secret before a line end          |
        | its client secret without its last character |
        | its client secret with one character more    |
        | its client secret in other letter case       |
        | its client secret twice in one               |
        | its client secret encoded twice              |

    Scenario: A second blueprint cannot prove itself with the client secret of the first
      Given "Courier" presents the client secret of another blueprint
      When "Courier" asks for T1 for "Parcel"
      Then the request is refused under rule "CRED-SECRET"

  @mock @live @rule:CRED-AGENT-SECRET
  Rule: An agent identity has no client secret

    Scenario: An agent identity proves itself with T1 instead of a client secret
      When "Booking" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario Outline: An agent identity cannot prove itself with <a secret>
      Given "Booking" presents <a secret>
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CRED-AGENT-SECRET"

      Examples: an agent identity proves itself with T1 only
        | a secret                               |
        | a client secret it never had           |
        | the client secret of its blueprint     |
        | the client secret of another blueprint |

  @mock @rule:CRED-SECRET-START
  Rule: A client secret does not work before its start

    Scenario: A blueprint can use a client secret from its start
      Given "Concierge" has only these client secrets:
        | name | starts    |
        | new  | in 2 days |
      And 3 days have passed
      And "Concierge" presents its client secret "new"
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use a client secret before its start
      Given "Concierge" has only these client secrets:
        | name | starts    |
        | new  | in 2 days |
      And a day has passed
      And "Concierge" presents its client secret "new"
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET-START"

  @mock @rule:CRED-SECRET-END
  Rule: A client secret does not work after its end

    Scenario: A blueprint can use a client secret until its end
      Given "Concierge" has only these client secrets:
        | name | ends      |
        | old  | in 2 days |
      And a day has passed
      And "Concierge" presents its client secret "old"
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use a client secret after its end
      Given "Concierge" has only these client secrets:
        | name | ends      |
        | old  | in 2 days |
      And 3 days have passed
      And "Concierge" presents its client secret "old"
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SECRET-END"

    Scenario: A blueprint replaces its client secret before the first one ends
      Given "Concierge" has only these client secrets:
        | name | starts     | ends      |
        | old  | 9 days ago | in 2 days |
        | new  | a day ago  | in 9 days |
      And 3 days have passed
      And "Concierge" presents its client secret "new"
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"
