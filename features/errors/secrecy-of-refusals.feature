Feature: Secrecy of refusals
  People paste refusals into tickets and logs. So a refusal says what is wrong with a credential,
  and repeats neither the credential nor a part of it.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:ERROR-SECRECY
  Rule: A refusal repeats no credential of its request

    Scenario Outline: The refusal of <a wrong credential> does not repeat it
      Given "Concierge" presents <a wrong credential>
      When "Concierge" asks for T1 for "Booking"
      Then the refusal repeats nothing that was secret

      Examples: secrets
        | a wrong credential                                            |
        | a client secret it never had                                  |
        | its client secret before a space                              |
        | its client secret as an assertion                             |
        | its client secret by HTTP Basic in the name of another client |
        | the client secret of another blueprint                        |

    Scenario Outline: The refusal of <a wrong assertion> of a blueprint does not repeat it
      Given "Concierge" has a certificate
      And "Concierge" presents <a wrong assertion>
      When "Concierge" asks for T1 for "Booking"
      Then the refusal repeats nothing that was secret

      Examples: certificate assertions
        | a wrong assertion                                |
        | a certificate assertion for another audience     |
        | a certificate assertion that has expired         |
        | a certificate assertion with a broken signature  |
        | a certificate assertion without a thumbprint     |
        | a certificate assertion without its type         |
        | a client secret and a certificate assertion      |

    Scenario: The refusal of a federated token does not repeat it
      Given "Concierge" trusts an external issuer
      And "Concierge" presents a federated token with a broken signature
      When "Concierge" asks for T1 for "Booking"
      Then the refusal repeats nothing that was secret

    Scenario: A refusal that is not about the right client secret does not repeat it
      Given "Concierge" presents its client secret
      When "Concierge" asks for a token for an unknown resource
      Then the refusal repeats nothing that was secret

    Scenario: A refusal that is not about a right T1 does not repeat it
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for an unknown resource
      Then the refusal repeats nothing that was secret

    Scenario: The refusal of the T1 of another agent identity does not repeat it
      Given "Concierge" has obtained T1 for "Booking"
      When "Parcel" redeems it for "Microsoft Graph"
      Then the refusal repeats nothing that was secret

    Scenario Outline: The refusal of a copy of T1 <changed> does not repeat it
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems a copy of it <changed> for "Microsoft Graph"
      Then the refusal repeats nothing that was secret

      Examples: one for each stage of the examination
        | changed                          |
        | without its last part            |
        | signed with a shared secret      |
        | with a changed signature         |
        | signed with another key          |
