Feature: Tokens by each credential
  A blueprint may prove itself in several ways. Its tokens and their answers are the same, except for
  the claim about the credential.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:TOKEN-PARTIES
  Rule: Every client has one object id in all its tokens

    Scenario Outline: A blueprint with <credential> has one object id in all its tokens
      Given "Concierge" has and presents <credential>
      When the clients of "Contoso" obtain every token
      Then each client has one "oid" of its own in them

      Examples: learn.microsoft.com, credentials of a blueprint
        | credential               |
        | its client secret        |
        | its client secret by HTTP Basic |
        | a certificate assertion  |
        | a federated token        |
        | a managed identity token |

  @mock @rule:TOKEN-T1
  Rule: T1 is a token of the blueprint

    Scenario Outline: The object of T1 by <credential> is the principal of the blueprint
      Given "Concierge" has and presents <credential>
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azp | the client id of Concierge |
        | oid | the object id of Concierge |

      Examples: learn.microsoft.com, credentials of a blueprint
        | credential               |
        | its client secret        |
        | its client secret by HTTP Basic |
        | a certificate assertion  |
        | a federated token        |
        | a managed identity token |

  @mock @live @rule:TOKEN-ANSWER-TYPES
  Rule: A token answer is JSON with the types of RFC 6749

    Scenario Outline: The members of every answer have their types for <credential>
      Given "Concierge" has and presents <credential>
      When the clients of "Contoso" obtain every T1
      Then the members of the answer with each of them have these types:
        | a text         | access_token token_type   |
        | a whole number | expires_in ext_expires_in |

      Examples: RFC 6749 section 5.1
        | credential               |
        | its client secret        |
        | its client secret by HTTP Basic |
        | a certificate assertion  |
        | a federated token        |
        | a managed identity token |

  @mock @live @rule:TOKEN-LIFETIME
  Rule: A token is valid for an hour and starts five minutes early

    Scenario Outline: T1 lives as long as every token, whatever the lifetime of <credential>
      Given "Concierge" has and presents <credential>
      When the clients of "Contoso" obtain every T1
      Then each of them says:
        | nbf | 300 seconds ago                    |
        | exp | 3900 to 5700 seconds after its nbf |

      Examples: captured tokens; learn.microsoft.com, credentials of a blueprint
        | credential                      |
        | its client secret by HTTP Basic |
        | a certificate assertion         |
        | a federated token               |
        | a managed identity token        |
