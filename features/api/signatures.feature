Feature: How an API verifies the signature of a token
  Whoever can write a token that an API takes is whoever they say they are.

  Background:
    Given an API that lets good tokens in

  @api @rule:API-SIGNATURE
  Rule: An API refuses a token that was changed after it was signed

    Scenario Outline: A token <twist> is refused
      When it is called with a token "<twist>"
      Then it refuses the call

      Examples: RFC 7515 section 5.2
        | twist                                    |
        | signed by a stranger                     |
        | with one bit of its signature flipped    |
        | with another payload under its signature |
        | with one bit of its payload flipped      |
        | with half of its signature               |
        | without its signature                    |
        | with a fourth part                       |

    Scenario Outline: An API that has let a token in refuses it with <change>
      When it is called with a good token, and then with <change>
      Then it refuses the call

      Examples: RFC 7515 section 5.2
        | change                              |
        | another payload under its signature |
        | its payload under another signature |

  @api @rule:API-ENCODING
  Rule: An API refuses a token with characters that base64url does not have

    Scenario: A token with other characters after its signature is refused
      When it is called with a token "with other characters after its signature"
      Then it refuses the call

  @api @rule:API-ALG-NONE
  Rule: An API refuses a token that nobody signed

    Scenario Outline: A token <twist> is refused
      When it is called with a token "<twist>"
      Then it refuses the call

      Examples: RFC 8725 section 3.1
        | twist                                      |
        | with the algorithm none                    |
        | with the algorithm None                    |
        | with the algorithm nOnE                    |
        | with the algorithm none over its own signature |
        | without an algorithm                       |

  @api @rule:API-KEY-CONFUSION
  Rule: An API takes no public key for the secret of an HMAC, and no algorithm from the token

    Scenario Outline: A token <twist> is refused
      When it is called with a token "<twist>"
      Then it refuses the call

      Examples: RFC 8725 section 2.1
        | twist                                   |
        | with HS256 over the PEM of the key      |
        | with HS256 over the DER of the key      |
        | with HS256 over the modulus of the key  |
        | with HS384 over the PEM of the key      |
        | with HS512 over the PEM of the key      |
        | with ES256 and the kid of an RSA key    |

  @api @rule:API-NONCE-HEADER
  Rule: An API verifies a token also if its header has a nonce, as those for Microsoft Graph have

    Scenario Outline: A token <twist> is refused
      When it is called with a token "<twist>"
      Then it refuses the call

      Examples: RFC 7515 section 5.2
        | twist                                                           |
        | with a nonce in its header, signed by a stranger                |
        | with a nonce in its header and one bit of its signature flipped |
