Feature: Tampering with T1
  Whoever holds a T1 can read it and write another from it. The copy is worth nothing: only the
  tenant can sign, and no other way of signing counts.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"
    And "Concierge" has obtained T1 for "Booking"

  @mock @live @rule:T1-SIGNATURE
  Rule: T1 has a valid signature

    Scenario: An agent identity redeems T1 that nobody changed
      When "Booking" redeems it for the token exchange
      Then a token for the token exchange is issued to "Booking"

    Scenario Outline: An agent identity cannot redeem a copy of T1 <changed>
      When "Booking" redeems a copy of it <changed> for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-SIGNATURE"

      Examples: RFC 7515 sections 4.1 and 5.2, RFC 8725 section 2.1
        | changed                                        |
        | that names its key by a thumbprint too         |
        | that names another algorithm                   |
        | that lives a day longer                        |
        | that claims a role                             |
        | that lists its audience                        |
        | with an empty signature                        |
        | with half a signature                          |
        | with its signature twice                       |
        | with a changed signature                       |
        | signed with a certificate that it brings along |

    Scenario Outline: An agent identity cannot redeem the T1 of another <renamed>
      When "Billing" redeems a copy of it <renamed> for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-SIGNATURE"

      Examples: RFC 7519 section 4, RFC 8725 section 2.1
        | renamed                            |
        | rewritten in its own name          |
        | with its own name before the first |
        | with its own name after the first  |

  @mock @live @rule:T1-KEY
  Rule: T1 is signed with a key that the tenant publishes

    Scenario: An agent identity redeems T1 that names the key of the tenant
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot redeem a copy of T1 that does not say which key signed it
      When "Booking" redeems a copy of it that names no key for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-KEY"

    Scenario: An agent identity cannot redeem a copy of T1 in its own name that it signed itself
      When "Billing" redeems a copy of it signed with another key for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-KEY"

  @mock @live @rule:ASSERT-ALG
  Rule: A client assertion is signed with a supported algorithm

    Scenario: An agent identity redeems T1 with the signature of the tenant
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario Outline: An agent identity cannot redeem an unsigned copy of T1 <unsigned>
      When "Booking" redeems a copy of it <unsigned> for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "ASSERT-ALG"

      Examples: RFC 8725 sections 2.1 and 3.2
        | unsigned                                         |
        | without a signature                              |
        | that says that it needs no signature             |
        | that says in capitals that it needs no signature |

    Scenario Outline: An agent identity cannot redeem a copy of T1 that it <keyed>
      When "Booking" redeems a copy of it <keyed> for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "ASSERT-ALG"

      Examples: RFC 8725 section 2.1, a public key taken for a shared secret
        | keyed                                                           |
        | signed with a shared secret                                     |
        | signed with the public key                                      |
        | signed with the public key without its last line end            |
        | signed with the public key in DER                               |
        | signed with the public key in base64                            |
        | signed with the public key of PKCS 1                            |
        | signed with the public key of PKCS 1 in DER                     |
        | signed with the published key as it is written                  |
        | signed with the required members of the published key           |
        | signed with the modulus of the public key                       |
        | signed with the bytes of the modulus of the public key          |
        | signed with the published certificate                           |
        | signed with the published certificate without its last line end |
        | signed with the published certificate in DER                    |
        | signed with the published certificate in base64                 |
        | signed with an empty secret                                     |
        | that names a newer algorithm                                    |

  @mock @live @rule:ASSERT-JWT
  Rule: A client assertion is a signed JWT

    Scenario: An agent identity redeems the three parts of T1
      When "Booking" redeems it for the token exchange
      Then a token for the token exchange is issued to "Booking"

    Scenario Outline: An agent identity cannot redeem a copy of T1 that came <apart>
      When "Booking" redeems a copy of it <apart> for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "ASSERT-JWT"

      Examples: RFC 7515 sections 2 and 5.2
        | apart                   |
        | without its last part   |
        | with a fourth part      |
        | with padded parts       |
        | with a line break in it |
