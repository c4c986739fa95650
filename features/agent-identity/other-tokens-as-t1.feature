Feature: Taking another token for T1
  A tenant issues many tokens to a blueprint and its agent identities. Only T1 proves an agent
  identity, and T1 proves nobody else.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:T1-ISSUER
  Rule: An agent identity redeems T1 at its own tenant, which issued it

    Scenario: An agent identity redeems the token that its blueprint obtained for the token exchange
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for the token exchange
      Then a token for the token exchange is issued to "Booking"

    Scenario: An agent identity cannot redeem the federated token of its blueprint
      Given "Concierge" trusts an external issuer
      And "Booking" presents a federated token
      When "Booking" asks for a token for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-ISSUER"

    Scenario Outline: "Booking" cannot redeem the token that <holder> has for Microsoft Graph
      Given <holder> has obtained a token for "Microsoft Graph"
      When "Booking" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-ISSUER"

      Examples: a token for Microsoft Graph is of version 1 and names another issuer
        | holder      |
        | "Booking"   |
        | "Billing"   |
        | "Concierge" |

  @mock @live @rule:T1-SUBJECT
  Rule: The subject of T1 names an agent identity

    Scenario: The second agent identity redeems a token whose subject names it
      Given "Concierge" has obtained T1 for "Billing"
      When "Billing" redeems it for the token exchange
      Then a token for the token exchange is issued to "Billing"

    Scenario: An agent identity cannot redeem the token exchange token of another
      Given "Booking" has obtained a token for the token exchange
      When "Billing" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-SUBJECT"

  @mock @live @rule:FIC-T1
  Rule: T1 proves an agent identity, not the blueprint that obtained it

    Scenario: A blueprint with its own credential gets T1
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: T1 does not prove the blueprint that asks for another T1
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Concierge" that redeems it for the token exchange
      And its "fmi_path" is "{Billing}"
      When it is sent
      Then the proof is refused, by the mock under rule "FIC-T1"

  @mock @live @rule:FIC-MSI-ONLY
  Rule: Among Microsoft Entra tokens, only those of managed identities count as federated credentials

    Scenario: A blueprint with its own credential gets its own token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A blueprint cannot prove itself with the token exchange token of its agent identity
      Given "Booking" has obtained a token for the token exchange
      When "Concierge" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "FIC-MSI-ONLY"

  @mock @live @rule:FIC-ISSUER
  Rule: A federated identity credential names the issuer of a federated token

    Scenario: A blueprint that presents no token of the tenant gets its own
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario Outline: A blueprint cannot prove itself with the token that <holder> has for Microsoft Graph
      Given <holder> has obtained a token for "Microsoft Graph"
      When "Concierge" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "FIC-ISSUER"

      Examples: an agent identity, and the blueprint itself
        | holder      |
        | "Booking"   |
        | "Concierge" |

  @mock @live @rule:CRED-AGENT-SECRET
  Rule: An agent identity has no client secret

    Scenario: An agent identity sends T1 as an assertion
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot send T1 as a client secret
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "client_secret" is the token obtained last
      And it lacks "client_assertion"
      When it is sent
      Then the proof is refused, by the mock under rule "CRED-AGENT-SECRET"
