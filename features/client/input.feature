Feature: What a client refuses by itself
  Some mistakes happen before a client sends anything. A client that misses them requests a T1
  that names no agent identity.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:INPUT-BLANK
  Rule: A client refuses a blank agent identity before any request

    Scenario: A client sends nothing for an empty agent identity
      When the client under test gets a token for "Microsoft Graph" as the agent identity ""
      Then the client under test reports an error
      And 0 requests were received

    Scenario: A client sends nothing for an agent identity of spaces
      When the client under test gets a token for "Microsoft Graph" as the agent identity "   "
      Then the client under test reports an error
      And 0 requests were received

    Scenario: A client sends nothing for an agent identity of null
      When the client under test gets a token for "Microsoft Graph" as the agent identity null
      Then the client under test reports an error
      And 0 requests were received

    Scenario: A client sends nothing where the caller leaves the agent identity out
      When the client under test gets a token for "Microsoft Graph" without an agent identity
      Then the client under test reports an error
      And 0 requests were received
