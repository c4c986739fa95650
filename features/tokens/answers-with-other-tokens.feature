Feature: Answers with tokens for APIs and of applications
  An answer has the same form whichever client asks for whichever resource. A client that calls an
  API of its organisation relies on it as much as one that calls Microsoft Graph.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOKEN-ANSWER
  Rule: A token answer holds four members and no refresh token

    Scenario Outline: The answer with <tokens> holds its type, its lifetime and nothing else
      When the clients of "Contoso" obtain <tokens>
      Then the answer with each of them has exactly the members:
        | token_type     |
        | expires_in     |
        | ext_expires_in |
        | access_token   |

      Examples: captured answers of a real tenant
        | tokens                                      |
        | every token of an agent identity for an API |
        | every token of an application               |

  @mock @rule:TOKEN-ANSWER-TYPES
  Rule: A token answer is JSON with the types of RFC 6749

    Scenario Outline: The members of the answer with <tokens> have the types of every answer
      When the clients of "Contoso" obtain <tokens>
      Then the members of the answer with each of them have these types:
        | a text         | access_token token_type   |
        | a whole number | expires_in ext_expires_in |
      And the answer with each of them has the headers:
        | content-type  | matching ^application/json(;\|$) |
        | cache-control | matching no-store                |
        | pragma        | no-cache                         |

      Examples: RFC 6749 section 5.1
        | tokens                                      |
        | every token of an agent identity for an API |
        | every token of an application               |

  @mock @rule:TOKEN-ANSWER-LIFETIME
  Rule: A token answer says for how long its token still holds

    Scenario Outline: The answer with <tokens> counts the seconds that are left
      When the clients of "Contoso" obtain <tokens>
      Then the answer with each of them says for how long it still holds

      Examples: RFC 6749 section 5.1
        | tokens                                      |
        | every token of an agent identity for an API |
        | every token of an application               |
