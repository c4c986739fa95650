Feature: The signature and lifetime of a token
  The published keys show whether a token is genuine, and its times show whether it is still
  valid.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-SIGNATURE
  Rule: A token is signed with a published key

    @mock @live
    Scenario: T1 verifies with a key that the tenant publishes
      When "Concierge" asks for T1 for "Booking"
      Then the token is signed with a published key of "Contoso"

    @mock
    Scenario Outline: The token of <client> for <resource> verifies with a key that the tenant publishes
      When <client> asks for a token for <resource>
      Then the token is signed with a published key of "Contoso"

      Examples: captured tokens; only Graph can verify those for Graph
        | client      | resource           |
        | "Booking"   | "Microsoft Graph"  |
        | "Booking"   | the token exchange |
        | "Booking"   | "Orders API"       |
        | "Concierge" | "Microsoft Graph"  |
        | "Intranet"  | "Ledger API"       |

    @mock
    Scenario: A token of a guest's agent identity verifies with the keys of its own tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Fabrikam" has a new signing key
      When "Outpost" asks for a token for "Microsoft Graph"
      Then the token is signed with a published key of "Fabrikam"

  @rule:TOKEN-HEADER
  Rule: A token header names its key

    @mock @live
    Scenario: The header of a version 2 token names its key once
      When "Concierge" asks for T1 for "Booking"
      Then the header of the token says:
        | typ | JWT                  |
        | alg | RS256                |
        | kid | matching ^[\w-]{27}$ |
        | x5t | absent               |

    @mock
    Scenario: The header of a version 1 token names its key twice
      When "Booking" asks for a token for "Microsoft Graph"
      Then the header of the token says:
        | typ | JWT                  |
        | alg | RS256                |
        | kid | matching ^[\w-]{27}$ |
      And the members "kid" and "x5t" of its header are the same

    @mock
    Scenario: The header of a token for a custom API names its key
      When "Booking" asks for a token for "Orders API"
      Then the header of the token says:
        | kid | matching ^[\w-]{27}$ |

  @rule:TOKEN-LIFETIME
  Rule: A token is valid for an hour and starts five minutes early

    @mock @live
    Scenario: T1 expires an hour after it is issued
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before it is issued and ends an hour after

    @mock
    Scenario: T1 lives exactly an hour by a stopped clock
      Given the clock of "Contoso" stands still
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before request 1 and ends an hour after it
      And the claims "iat" and "nbf" of the token are the same

    @mock
    Scenario Outline: The token of <client> for <resource> lives exactly an hour by a stopped clock
      Given "Concierge" has obtained T1 for "Booking"
      And the clock of "Contoso" stands still
      When <client> asks for a token for <resource>
      Then the token starts 5 minutes before request 2 and ends an hour after it
      And the claims "iat" and "nbf" of the token are the same

      Examples: captured tokens, all of which end 3900 seconds after they start
        | client      | resource           |
        | "Booking"   | "Microsoft Graph"  |
        | "Booking"   | the token exchange |
        | "Booking"   | "Orders API"       |
        | "Concierge" | "Microsoft Graph"  |
        | "Intranet"  | "Orders API"       |
