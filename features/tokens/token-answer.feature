Feature: The answer with a token
  The answer says how long a client can keep the token. It contains nothing that would replace
  T1 next time.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-ANSWER
  Rule: A token answer holds four members and no refresh token

    @mock @live
    Scenario: T1 comes with only its type and its lifetime
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the status 200
      And the answer has exactly the members:
        | token_type     |
        | expires_in     |
        | ext_expires_in |
        | access_token   |

    @mock @live
    Scenario Outline: The answer with <tokens> holds only its type and its lifetime
      When the clients of "Contoso" obtain <tokens>
      Then the answer with each of them has exactly the members:
        | token_type     |
        | expires_in     |
        | ext_expires_in |
        | access_token   |
      And the answer with each of them says:
        | token_type | matching ^[Bb]earer$ |

      Examples: captured answers of a real tenant
        | tokens                                               |
        | every T1                                             |
        | every T2                                             |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |

    @mock
    Scenario: A token answer counts one second less than the hour
      When "Booking" asks for a token for "Microsoft Graph"
      Then the answer says:
        | token_type | Bearer |
      And the answer says in numbers:
        | expires_in     | 3599 |
        | ext_expires_in | 3599 |

  @mock @live @rule:TOKEN-ANSWER-TYPES
  Rule: A token answer is JSON with the types of RFC 6749

    Scenario Outline: The members of the answer with <tokens> have their types
      When the clients of "Contoso" obtain <tokens>
      Then the members of the answer with each of them have these types:
        | a text         | access_token token_type   |
        | a whole number | expires_in ext_expires_in |
      And the answer with each of them has the headers:
        | content-type  | matching ^application/json(;\|$)        |
        | cache-control | matching no-store                       |
        | pragma        | no-cache                                |

      Examples: RFC 6749 section 5.1
        | tokens                                               |
        | every T1                                             |
        | every T2                                             |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |

  @mock @live @rule:TOKEN-ANSWER-LIFETIME
  Rule: A token answer says for how long its token still holds

    Scenario Outline: The answer with <tokens> counts the seconds until it expires
      When the clients of "Contoso" obtain <tokens>
      Then the answer with each of them says for how long it still holds

      Examples: RFC 6749 section 5.1
        | tokens                                               |
        | every T1                                             |
        | every T2                                             |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |
