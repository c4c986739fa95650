Feature: What a client refuses by itself
  Some mistakes happen before a client sends anything. A client that misses them requests a T1
  that names no agent identity.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:INPUT-BLANK
  Rule: A client refuses a blank agent identity before any request

    Scenario Outline: A client sends nothing for <agent identity>
      When the client under test gets a token for "Microsoft Graph" as the agent identity "<id>"
      Then the client under test reports an error
      And 0 requests were received

      Examples: found in the requests of real clients
        | agent identity                   | id        |
        | an empty agent identity          |           |
        | a missing value turned into text | undefined |
        | a null turned into text          | null      |

    Scenario: A client sends nothing for an agent identity of spaces
      When the client under test gets a token for "Microsoft Graph" as the agent identity "   "
      Then the client under test reports an error
      And 0 requests were received
