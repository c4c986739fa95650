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
