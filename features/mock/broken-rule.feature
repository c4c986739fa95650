Feature: Which rule was broken
  A refusal of Microsoft Entra leaves a developer guessing. A refusal of the mock says
  which rule it was.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-RULE
  Rule: A refusal names the broken rule

    Scenario: A refused T1 comes with the rule
      Given "Concierge" presents no credential
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the headers:
        | x-mock-rule | CRED-PRESENT |

    Scenario: A refused redemption comes with the rule
      Given "Concierge" has obtained T1 for "Booking"
      When "Billing" redeems it for "Microsoft Graph"
      Then the answer has the headers:
        | x-mock-rule | T1-AGENT |

    Scenario: A refused document comes with the rule
      When "/{nobody}/v2.0/.well-known/openid-configuration" is read
      Then the answer has the headers:
        | x-mock-rule | DISC-TENANT |

    Scenario: A refused managed identity gets the rule
      Given the managed identity "concierge-host" is disabled
      When "concierge-host" asks the instance metadata service for a token for the token exchange
      Then the answer has the headers:
        | x-mock-rule | MI-IDENTITY |

    Scenario: A token comes with no rule
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the headers:
        | x-mock-rule | absent |
