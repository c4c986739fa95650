Feature: Second tokens
  A client asks for the same token many times a day. The second token is as good as the first, and
  is another one, whatever the request looks like.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:TOKEN-LIFETIME
  Rule: A token is valid for an hour and starts five minutes early

    Scenario Outline: When it is obtained again, <tokens> lives as long as documented
      Given the clients of "Contoso" have obtained <tokens>
      When the clients of "Contoso" obtain <tokens>
      Then each of them says:
        | nbf | 300 seconds ago                    |
        | exp | 3900 to 5700 seconds after its nbf |

      Examples: learn.microsoft.com/entra/identity-platform/access-tokens, default lifetimes
        | tokens                                               |
        | every T1                                             |
        | every T2                                             |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |

  @mock @live @rule:TOKEN-ANSWER-LIFETIME
  Rule: A token answer says for how long its token still holds

    Scenario: The answer with the second token of every client counts the seconds until it expires
      Given the clients of "Contoso" have obtained every token
      When the clients of "Contoso" obtain every token
      Then the answer with each of them says for how long it still holds

  @mock @live @rule:TOKEN-UNIQUE
  Rule: No two tokens have the same id

    Scenario: Two requests that a client gives the same correlation id get tokens of different ids
      Given a request of "Concierge" for T1 for "Booking"
      And its header "client-request-id" is "{nobody}"
      And it has been sent
      When it is sent
      Then the token has another "uti" than the token obtained first
