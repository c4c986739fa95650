Feature: Proving itself with a managed identity
  A blueprint may trust the managed identity of the machine it runs on, and
  present the token which that machine gives out for the token exchange.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Concierge" trusts "concierge-host"

  @mock @rule:FIC-ENTRA-AUDIENCE
  Rule: A managed identity token for another resource does not count as a federated credential

    Scenario: A managed identity token for the token exchange proves the blueprint
      Given "Concierge" presents a managed identity token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A managed identity token for an ordinary resource proves nothing
      Given "Concierge" presents a managed identity token for Orders API
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-ENTRA-AUDIENCE"

  @mock @rule:FIC-ISSUER
  Rule: A federated identity credential names the issuer of a federated token

    Scenario: A managed identity token of version 1 has an issuer that nobody named
      Given "Concierge" presents a managed identity token for Microsoft Graph
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-ISSUER"

  @mock @rule:FIC-MSI-ONLY
  Rule: Among Microsoft Entra tokens, only those of managed identities count as federated credentials

    Scenario: A token of a managed identity gets the blueprint a token of its own
      Given "Concierge" presents a managed identity token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A token of an ordinary application proves nothing
      Given "Concierge" presents an app-only token of an ordinary application
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "FIC-MSI-ONLY"

    Scenario: The token of an agent identity for the token exchange proves no blueprint
      Given "Booking" has obtained a token for the token exchange
      When "Concierge" redeems it for "Microsoft Graph"
      Then the request is refused under rule "FIC-MSI-ONLY"

    Scenario: T1 does not prove the blueprint that obtained it
      Given "Concierge" has obtained T1 for "Booking"
      When "Concierge" redeems it for "Microsoft Graph"
      Then the request is refused under rule "FIC-MSI-ONLY"

  @mock @rule:FIC-APP-ONLY
  Rule: A Microsoft Entra user token does not count as a federated credential

    Scenario: A token that says it is app-only is accepted from a managed identity
      Given "Concierge" presents a managed identity token
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azpacr | 2 |

    Scenario: A token that does not say it is app-only counts as a user token
      Given "Concierge" presents a token that does not say it is app-only
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-APP-ONLY"
