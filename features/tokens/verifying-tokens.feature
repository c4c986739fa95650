Feature: Who can verify a token
  Whoever takes a token finds the key that signed it, in either document and as long as the token
  holds. A token for Microsoft Graph is verified by Microsoft Graph alone.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-SIGNATURE
  Rule: A token is signed with a published key

    @mock @live
    Scenario Outline: Both times it is obtained, <tokens> names a key of version <version>
      Given the clients of "Contoso" have obtained <tokens>
      When the clients of "Contoso" obtain <tokens>
      Then each of them names a key that the version <version> document of "Contoso" names

      Examples: captured: tokens for Microsoft Graph name keys of the published set
        | tokens                                               | version |
        | every token of an agent identity for Microsoft Graph | 1       |
        | every token of an agent identity for Microsoft Graph | 2       |
        | every token of a blueprint                           | 1       |
        | every token of a blueprint                           | 2       |

    @mock @live
    Scenario Outline: A token verifies with the keys of version <version>, however often they are read
      When the clients of "Contoso" obtain every token for an assertion
      Then each of them is signed with a key that the version <version> document of "Contoso" names, 4 times in a row

      Examples: documented: tokens of both versions are signed with keys of one set
        | version |
        | 1       |
        | 2       |

    @mock @live
    Scenario: T1 still verifies when every client has obtained its tokens after it
      Given "Concierge" has obtained T1 for "Booking"
      When the clients of "Contoso" obtain every token
      Then the token obtained first verifies with a published key of "Contoso"

  @mock @live @rule:KEYS-SHARED
  Rule: The keys of all tenants verify the tokens of each

    Scenario: Every token for an assertion verifies with the keys of all tenants
      When the clients of "Contoso" obtain every token for an assertion
      Then each of them is signed with a key that the document of all tenants names

  @mock @live @rule:TOKEN-JWS
  Rule: A token that is an assertion is a JWS of three parts without padding

    Scenario: Every token for an assertion is three parts without padding
      When the clients of "Contoso" obtain every token for an assertion
      Then each of them is three parts of base64url without padding

  @mock @live @rule:TOKEN-GRAPH
  Rule: Microsoft Graph takes the tokens issued for it for genuine

    Scenario Outline: Microsoft Graph takes <tokens> for genuine, the first and the second time
      Given the clients of "Contoso" have obtained <tokens>
      When the clients of "Contoso" obtain <tokens>
      Then Microsoft Graph takes each of them for genuine

      Examples: documented: only Microsoft Graph can validate its tokens
        | tokens                                               |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |

  @rule:TOKEN-NONCE
  Rule: A token for Microsoft Graph verifies with a published key once its nonce is hashed

    @mock @live
    Scenario Outline: Every signature verifies over the hash of the nonce in <tokens>
      When the clients of "Contoso" obtain <tokens>
      Then each of them is signed with a published key of "Contoso", over the hash of its nonce if it shows one

      Examples: reported by users, and nothing to rely on
        | tokens                                               |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |

    @mock
    Scenario: The signature of a token with a nonce verifies over its hash
      Given the resource "Microsoft Graph" has tokens that only it can verify
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them is signed with a published key of "Contoso", over the hash of its nonce if it shows one
