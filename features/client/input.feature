Feature: What a client refuses by itself
  Some mistakes are made before anything is sent. A client that lets them pass asks for
  a T1 that names nobody.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:INPUT-BLANK
  Rule: A client refuses a blank agent identity before any request

    Scenario Outline: Nothing is sent for <agent identity>
      When the client under test gets a token for "Microsoft Graph" as the agent identity "<id>"
      Then the client under test reports an error
      And 0 requests were received

      Examples: found in the requests of real clients
        | agent identity                   | id        |
        | an empty agent identity          |           |
        | a missing value turned into text | undefined |
        | a null turned into text          | null      |

    Scenario: Nothing is sent for an agent identity of blanks
      When the client under test gets a token for "Microsoft Graph" as the agent identity "   "
      Then the client under test reports an error
      And 0 requests were received
