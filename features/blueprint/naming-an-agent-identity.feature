Feature: Naming an agent identity in a request
  A blueprint that wants T1 names the agent identity in fmi_path, and requests the token
  exchange. One goes with the other.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:FMI-PRESENT
  Rule: A blueprint that requests T1 names an agent identity

    Scenario: A blueprint needs no agent identity for a token of its own
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A blueprint that names no agent identity gets no T1
      When "Concierge" asks for T1 without an fmi_path
      Then the request is refused under rule "FMI-PRESENT"

  @mock @live @rule:SCOPE-FMI-PATH
  Rule: A blueprint that names an agent identity requests the token exchange

    Scenario: A blueprint that names an agent identity gets T1 with the scope of the token exchange
      Given a request of "Concierge" for T1 for "Booking"
      And its "scope" is "{the token exchange}/.default"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot name an agent identity and request Microsoft Graph
      Given a request of "Concierge" for T1 for "Booking"
      And its "scope" is "{Microsoft Graph}/.default"
      When it is sent
      Then the request is refused under rule "SCOPE-FMI-PATH"
