Feature: Proving itself with a managed identity
  A blueprint can trust the managed identity of the machine it runs on. It presents the token
  that the machine issues for the token exchange.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Concierge" trusts "concierge-host"

  @rule:FIC-ENTRA-AUDIENCE
  Rule: A managed identity token for another resource does not count as a federated credential

    @mock @live
    Scenario: A managed identity token for the token exchange proves the blueprint
      Given "Concierge" presents a managed identity token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    @mock
    Scenario: A managed identity token for an ordinary resource does not prove the blueprint
      Given "Concierge" presents a managed identity token for Orders API
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-ENTRA-AUDIENCE"

  @mock @live @rule:FIC-ISSUER
  Rule: A federated identity credential names the issuer of a federated token

    Scenario: A version 1 managed identity token has an issuer that the credential does not name
      Given "Concierge" presents a managed identity token for Microsoft Graph
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-ISSUER"

  @rule:FIC-MSI-ONLY
  Rule: Among Microsoft Entra tokens, only those of managed identities count as federated credentials

    @mock @live
    Scenario: A blueprint gets its own token with a managed identity token
      Given "Concierge" presents a managed identity token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    @mock
    Scenario: The token of an ordinary application does not prove the blueprint
      Given "Concierge" presents an app-only token of an ordinary application
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "FIC-MSI-ONLY"

    @mock
    Scenario: The token exchange token of an agent identity does not prove the blueprint
      Given "Booking" has obtained a token for the token exchange
      When "Concierge" redeems it for "Microsoft Graph"
      Then the request is refused under rule "FIC-MSI-ONLY"

  @rule:FIC-APP-ONLY
  Rule: A Microsoft Entra user token does not count as a federated credential

    @mock @live
    Scenario: A managed identity token that is marked app-only proves the blueprint
      Given "Concierge" presents a managed identity token
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azpacr | 2 |

    @mock
    Scenario: A token that is not marked app-only counts as a user token
      Given "Concierge" presents a token that is not marked app-only
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-APP-ONLY"

  @mock @rule:FIC-T1
  Rule: T1 proves an agent identity, not the blueprint that obtained it

    Scenario: T1 proves the agent identity that it names
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: T1 does not prove the blueprint that obtained it
      Given "Concierge" has obtained T1 for "Booking"
      When "Concierge" redeems it for "Microsoft Graph"
      Then the request is refused under rule "FIC-T1"

    Scenario: T1 does not prove the blueprint even if it names it
      When "Concierge" asks for T1 with the fmi_path "{Concierge}"
      And "Concierge" redeems it for "Microsoft Graph"
      Then the request is refused under rule "FIC-T1"

  @mock @rule:FIC-CHAIN
  Rule: A token that was obtained with a federated credential does not count as another

    Scenario: What its machine gives to a managed identity proves the blueprint
      Given the managed identity "concierge-host" trusts an external issuer
      And "Concierge" presents a managed identity token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: What a managed identity obtained with a federated token does not prove the blueprint
      Given the managed identity "concierge-host" trusts an external issuer
      And "Concierge" presents a managed identity token obtained with a federated token
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-CHAIN"
