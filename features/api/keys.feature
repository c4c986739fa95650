Feature: Where an API gets its keys from
  The document of the tenant names the keys of the tenant. A token can name any key.

  Background:
    Given an API that lets good tokens in

  @api @rule:API-KEY-SOURCE
  Rule: An API takes keys from the document of its tenant, never from the token

    Scenario Outline: A token <twist> is refused
      When it is called with a token "<twist>"
      Then it refuses the call

      Examples: RFC 8725 section 3.10
        | twist                               |
        | that carries its key as jwk         |
        | that carries its certificate as x5c |
        | whose jku leads to its key          |
        | whose x5u leads to its key          |
        | with a kid that nobody knows        |
        | with a path for a kid               |
        | with SQL for a kid                  |
        | without a kid                       |

  @api @rule:API-KEY-ISSUER
  Rule: An API refuses a token signed by a key that its document names for another issuer

    Scenario: A token signed by a key for personal accounts is refused
      When it is called with a token "signed by a key of another issuer"
      Then it refuses the call
