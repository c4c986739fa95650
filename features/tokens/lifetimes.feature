Feature: The lifetime of a token
  The times of a token show whether it is still valid. A tenant backdates its tokens, so that
  clients whose clocks are behind accept them.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-LIFETIME
  Rule: A token is valid for an hour and starts five minutes early

    @mock
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

    @mock @live
    Scenario Outline: By its claims, <tokens> starts five minutes early and is valid for 60 to 90 minutes
      When the clients of "Contoso" obtain <tokens>
      Then each of them says:
        | nbf | 300 seconds ago                    |
        | iat | the same as its nbf                |
        | exp | 3900 to 5700 seconds after its nbf |

      Examples: learn.microsoft.com/entra/identity-platform/access-tokens, default lifetimes
        | tokens                                               |
        | every T1                                             |
        | every T2                                             |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |

    @mock
    Scenario Outline: By its claims, <tokens> starts five minutes early and is valid for an hour
      When the clients of "Contoso" obtain <tokens>
      Then each of them says:
        | nbf | 300 seconds ago            |
        | iat | the same as its nbf        |
        | exp | 3900 seconds after its nbf |

      Examples: captured tokens, all of which end 3900 seconds after they start
        | tokens                                               |
        | every T1                                             |
        | every T2                                             |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |

    @mock
    Scenario Outline: For its own resource, <tokens> is valid for an hour
      When the clients of "Contoso" obtain <tokens>
      Then each of them says:
        | nbf | 300 seconds ago            |
        | iat | the same as its nbf        |
        | exp | 3900 seconds after its nbf |

      Examples: captured for an ordinary application
        | tokens                                       |
        | every token of an agent identity for an API  |
        | every token of an application                |
