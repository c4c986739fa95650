Feature: Which rule was broken
  A refusal of Microsoft Entra leaves a developer guessing. A refusal of the mock names the
  broken rule.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-RULE
  Rule: A refusal names the broken rule

    Scenario: A refused request for T1 names the rule
      Given "Concierge" presents no credential
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the headers:
        | x-mock-rule | CRED-PRESENT |

    Scenario: A refused redemption names the rule
      Given "Concierge" has obtained T1 for "Booking"
      When "Billing" redeems it for "Microsoft Graph"
      Then the answer has the headers:
        | x-mock-rule | T1-AGENT |

    Scenario: A refused discovery request names the rule
      When a client reads "/{nobody}/v2.0/.well-known/openid-configuration"
      Then the answer has the headers:
        | x-mock-rule | DISC-TENANT |

    Scenario: A refused managed identity request names the rule
      Given the managed identity "concierge-host" is disabled
      When "concierge-host" asks the instance metadata service for a token for the token exchange
      Then the answer has the headers:
        | x-mock-rule | MI-IDENTITY |

    Scenario: An answer with a token names no rule
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the headers:
        | x-mock-rule | absent |
