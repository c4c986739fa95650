Feature: Each credential of a blueprint
  Whatever a blueprint proves itself with, it gets the same tokens, and is refused the same.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it

    Scenario Outline: An agent identity redeems the T1 that <credential> obtained for it
      Given "Concierge" has and presents <credential>
      And "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

      Examples: learn.microsoft.com, credentials of a blueprint
        | credential               |
        | its client secret        |
        | a certificate assertion  |
        | a federated token        |
        | a managed identity token |

    Scenario Outline: Another agent identity cannot redeem the T1 that <credential> obtained
      Given "Concierge" has and presents <credential>
      And "Concierge" has obtained T1 for "Booking"
      When "Billing" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AGENT"

      Examples: learn.microsoft.com, credentials of a blueprint
        | credential               |
        | its client secret        |
        | a certificate assertion  |
        | a federated token        |
        | a managed identity token |

  @mock @live @rule:FMI-OWN-AGENT
  Rule: A blueprint gets T1 only for its own agent identities

    Scenario Outline: A blueprint gets T1 for its second agent identity with <credential>
      Given "Concierge" has and presents <credential>
      When "Concierge" asks for T1 for "Billing"
      Then T1 for "Billing" is issued to "Concierge"

      Examples: learn.microsoft.com, credentials of a blueprint
        | credential               |
        | its client secret        |
        | a certificate assertion  |
        | a federated token        |
        | a managed identity token |

    Scenario Outline: A blueprint gets no T1 for a foreign agent identity with <credential>
      Given "Concierge" has and presents <credential>
      When "Concierge" asks for T1 for "Parcel"
      Then the request is refused under rule "FMI-OWN-AGENT"

      Examples: learn.microsoft.com, credentials of a blueprint
        | credential               |
        | its client secret        |
        | a certificate assertion  |
        | a federated token        |
        | a managed identity token |

  @mock @live @rule:T1-PARENT
  Rule: T1 comes from the blueprint of the agent identity that redeems it

    Scenario: The agent identity of another blueprint redeems the T1 of that one
      When "Parcel" asks for a token for the token exchange
      Then a token for the token exchange is issued to "Parcel"

    Scenario Outline: A foreign agent identity cannot redeem the T1 that <credential> obtained
      Given "Concierge" has and presents <credential>
      And "Concierge" has obtained T1 for "Booking"
      When "Parcel" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-PARENT"

      Examples: learn.microsoft.com, credentials of a blueprint
        | credential               |
        | its client secret        |
        | a certificate assertion  |
        | a federated token        |
        | a managed identity token |

  @mock @live @rule:ASSERT-FEDERATED-ALG
  Rule: A federated token is signed with a supported algorithm

    Scenario: A blueprint gets its own token with a federated token of its issuer
      Given "Concierge" trusts an external issuer
      And "Concierge" presents a federated token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

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
