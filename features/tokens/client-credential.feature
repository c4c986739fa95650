Feature: How the client of a token proved itself
  A resource may trust a client with a private key more than one with a secret, so the token
  says which one the client used.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-CREDENTIAL
  Rule: A token says whether its client used a secret or an assertion

    @mock @live
    Scenario: T1 of a blueprint with a client secret names a secret
      Given "Concierge" presents its client secret
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azpacr | 1 |

    @mock
    Scenario: T1 of a blueprint with a certificate names an assertion
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azpacr | 2 |

    @mock
    Scenario: T1 of a blueprint with a managed identity names an assertion
      Given "Concierge" trusts "concierge-host"
      And "Concierge" presents a managed identity token
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azpacr | 2 |

    @mock @live
    Scenario: A Graph token of a blueprint with a client secret names a secret
      Given "Concierge" presents its client secret
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | appidacr | 1 |

    @mock @live
    Scenario: T1 counts as an assertion for the agent identity, whatever the blueprint used
      Given "Concierge" presents its client secret
      When "Booking" asks for a token for "Microsoft Graph"
      Then the token says:
        | appidacr | 2 |
