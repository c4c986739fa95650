Feature: The signature of a token
  The published keys show whether a token is genuine.

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

    @mock @live
    Scenario Outline: Every token for an assertion verifies with the keys of version <version>
      When the clients of "Contoso" obtain every token for an assertion
      Then each of them is signed with a key that the version <version> document of "Contoso" names

      Examples: documented: tokens of both versions are signed with keys of one set
        | version |
        | 1       |
        | 2       |

    @mock
    Scenario Outline: Every token of any kind verifies with the keys of version <version>
      When the clients of "Contoso" obtain every token
      Then each of them is signed with a key that the version <version> document of "Contoso" names

      Examples: documented, but only Graph can verify a real token for Graph
        | version |
        | 1       |
        | 2       |

    @mock
    Scenario Outline: Every token of another tenant verifies with its own keys of version <version>
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Fabrikam" has a new signing key
      When the clients of "Fabrikam" obtain every token
      Then each of them is signed with a key that the version <version> document of "Fabrikam" names

      Examples: documented: tokens of both versions are signed with keys of one set
        | version |
        | 1       |
        | 2       |

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

    @mock @live
    Scenario: The header of every token for an assertion names its key once
      When the clients of "Contoso" obtain every token for an assertion
      Then the header of each of them says:
        | typ | JWT                  |
        | alg | RS256                |
        | kid | matching ^[\w-]{27}$ |
        | x5t | absent               |
        | crit | absent               |

    @mock @live
    Scenario Outline: The header of <tokens> names its key twice
      When the clients of "Contoso" obtain <tokens>
      Then the header of each of them says:
        | typ | JWT                  |
        | alg | RS256                |
        | kid | matching ^[\w-]{27}$ |
        | x5t | the same as its kid  |
        | crit | absent |

      Examples: captured in version 1 tokens
        | tokens                                               |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |

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
