Feature: The algorithm of a credential
  Whoever knows the public key of a blueprint or of its issuer knows no secret, however it is
  written.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:ASSERT-FEDERATED-ALG
  Rule: A federated token is signed with a supported algorithm

    @mock @live
    Scenario: A blueprint gets its own token with a federated token of its issuer
      Given "Concierge" trusts an external issuer
      And "Concierge" presents a federated token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    @mock @live
    Scenario Outline: A blueprint cannot use a federated token <unsigned>
      Given "Concierge" trusts an external issuer
      And "Concierge" presents a federated token <unsigned>
      When "Concierge" asks for T1 for "Booking"
      Then the proof is refused, by the mock under rule "ASSERT-FEDERATED-ALG"

      Examples: RFC 8725 sections 2.1 and 3.2
        | unsigned                             |
        | without a signature                  |
        | that says that it needs no signature |
        | signed with a shared secret          |

    @mock
    Scenario Outline: A blueprint cannot use a federated token <keyed>
      Given "Concierge" trusts an external issuer
      And "Concierge" presents a federated token <keyed>
      When "Concierge" asks for T1 for "Booking"
      Then the proof is refused, by the mock under rule "ASSERT-FEDERATED-ALG"

      Examples: RFC 8725 section 2.1, a public key taken for a shared secret
        | keyed                                                  |
        | signed with the public key                             |
        | signed with the public key without its last line end   |
        | signed with the public key in DER                      |
        | signed with the public key in base64                   |
        | signed with the public key of PKCS 1                   |
        | signed with the public key of PKCS 1 in DER            |
        | signed with the published key as it is written         |
        | signed with the required members of the published key  |
        | signed with the modulus of the public key              |
        | signed with the bytes of the modulus of the public key |
        | signed with an empty secret                            |

  @mock @live @rule:ASSERT-ALG
  Rule: A client assertion is signed with a supported algorithm

    Scenario: A blueprint that has an assertion gets its own token with it
      Given "Concierge" has and presents a certificate assertion
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario Outline: A blueprint cannot use a certificate assertion <keyed>
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion <keyed>
      When "Concierge" asks for T1 for "Booking"
      Then the proof is refused, by the mock under rule "ASSERT-ALG"

      Examples: RFC 8725 section 2.1, a public key taken for a shared secret
        | keyed                                                           |
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
