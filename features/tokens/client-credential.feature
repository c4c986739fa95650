Feature: How the client of a token proved itself
  A resource may trust a client with a private key more than one with a secret, so the token
  says which one the client used.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-CREDENTIAL
  Rule: A token says whether its client used a secret or an assertion

    @mock @live
    Scenario Outline: T1 of a blueprint with <credential> names a secret
      Given "Concierge" presents <credential>
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azpacr | 1 |

      Examples: captured with a secret in the form; HTTP Basic carries the same secret
        | credential                      |
        | its client secret               |
        | its client secret by HTTP Basic |

    @mock @live
    Scenario: T1 of a blueprint with a certificate names an assertion
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azpacr | 2 |

    @live
    Scenario: T1 of a blueprint with an assertion file names an assertion
      Given "Concierge" presents its assertion file
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azpacr | 2 |

    @mock @live
    Scenario Outline: T1 of a blueprint with <a token of an issuer> names an assertion
      Given "Concierge" has and presents <a token of an issuer>
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azpacr | 2 |

      Examples: learn.microsoft.com, credentials of a blueprint
        | a token of an issuer     |
        | a federated token        |
        | a managed identity token |

    @mock @live
    Scenario Outline: A Graph token of a blueprint with <a token of an issuer> names an assertion
      Given "Concierge" has and presents <a token of an issuer>
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | appidacr | 2 |

      Examples: learn.microsoft.com, credentials of a blueprint
        | a token of an issuer     |
        | a federated token        |
        | a managed identity token |

    @mock @live
    Scenario: A Graph token of a blueprint with a client secret names a secret
      Given "Concierge" presents its client secret
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | appidacr | 1 |

    @mock @live
    Scenario: A Graph token of a blueprint with a certificate names an assertion
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | appidacr | 2 |

    @live
    Scenario: A Graph token of a blueprint with an assertion file names an assertion
      Given "Concierge" presents its assertion file
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | appidacr | 2 |

    @mock @live
    Scenario: T1 of every blueprint with a client secret names a secret
      Given "Concierge" presents its client secret
      And "Courier" presents its client secret
      When the clients of "Contoso" obtain every T1
      Then each of them says:
        | azpacr | 1 |

    @mock @live
    Scenario: The Graph token of every blueprint with a client secret names a secret
      Given "Concierge" presents its client secret
      And "Courier" presents its client secret
      When the clients of "Contoso" obtain every token of a blueprint
      Then each of them says:
        | appidacr | 1 |

    @mock @live
    Scenario: T1 counts as an assertion for every agent identity, whatever its blueprint used
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them says:
        | appidacr | 2 |

    @mock @live
    Scenario: T1 counts as an assertion for every T2 too
      When the clients of "Contoso" obtain every T2
      Then each of them says:
        | azpacr | 2 |

    @mock
    Scenario: T1 counts as an assertion for an API too
      When the clients of "Contoso" obtain every token of an agent identity for an API
      Then each of them says:
        | azpacr | 2 |
