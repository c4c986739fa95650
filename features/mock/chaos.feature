Feature: Chaos in the answers of a tenant
  A client that depends on the order of members, on a sentence, on a lifetime or on the name
  of a key works until Microsoft Entra changes it. Chaos changes it today.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-CHAOS
  Rule: Chaos varies only what no client may depend on

    Scenario: Answers with a token vary
      Given the answers of "Contoso" vary by the seed 7
      When "Concierge" asks 20 times for T1 for "Booking"
      Then the answers differ in the order of their members
      And the answers differ in unknown members
      And the answers differ in "expires_in"
      And the tokens differ in the key they name

    Scenario: Refusals vary in their text
      Given the answers of "Contoso" vary by the seed 7
      And "Concierge" presents no credential
      When "Concierge" asks 20 times for T1 for "Booking"
      Then the answers differ in "error_description"
      And every answer says:
        | error             | invalid_client                                          |
        | error_codes.0     | 7000216                                                 |
        | error_description | matching ^AADSTS7000216: .+Trace ID: .+ Timestamp: \d+ |

    Scenario Outline: A client obtains and redeems T1 under chaos with the seed <seed>
      Given the answers of "Contoso" vary by the seed <seed>
      And "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Orders API"
      Then a token for "Orders API" is issued to "Booking"
      And the token is signed with a published key of "Contoso"
      And the token obtained first verifies with a published key of "Contoso"

      Examples: seeds
        | seed |
        | 1    |
        | 2    |
        | 3    |

    Scenario Outline: The discovery document stays the same under chaos with the seed <seed>
      Given the answers of "Contoso" vary by the seed <seed>
      When a client reads "/{Contoso}/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | issuer         | {origin}/{Contoso}/v2.0                |
        | token_endpoint | {origin}/{Contoso}/oauth2/v2.0/token   |
        | jwks_uri       | {origin}/{Contoso}/discovery/v2.0/keys |

      Examples: seeds
        | seed |
        | 1    |
        | 2    |
        | 3    |

    Scenario: A lifetime that a test sets does not vary
      Given the answers of "Contoso" vary by the seed 7
      And "Contoso" issues T1 for 2 minutes
      When "Concierge" asks 5 times for T1 for "Booking"
      Then every answer says:
        | expires_in | 119 |

    Scenario: A reset ends chaos
      Given the answers of "Contoso" vary by the seed 7
      And "Contoso" was reset
      When "Concierge" asks 5 times for T1 for "Booking"
      Then every answer says:
        | expires_in | 3599 |
