Feature: Parameters in the URL
  URLs end up in logs, so a token request carries its parameters in the form. What stands in the
  URL does not count.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:REQ-GRANT-TYPE
  Rule: A token request names its grant type

    Scenario: The token endpoint reads the grant type in the form
      Given a request of "Concierge" for T1 for "Booking"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: The token endpoint does not read the grant type in the URL
      Given a request of "Concierge" for T1 for "Booking"
      And its "grant_type" is in the URL instead of the form
      When it is sent
      Then the request is refused under rule "REQ-GRANT-TYPE"

  @mock @live @rule:REQ-CLIENT-ID
  Rule: A token request names its client

    Scenario: The token endpoint reads the client in the form
      Given a request of "Concierge" for a token for "Microsoft Graph"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: The token endpoint does not read the client in the URL
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its "client_id" is in the URL instead of the form
      When it is sent
      Then the request is refused under rule "REQ-CLIENT-ID"

  @mock @live @rule:REQ-SCOPE
  Rule: A token request names its scope

    Scenario: The token endpoint reads the scope in the form
      Given a request of "Concierge" for a token for "Microsoft Graph"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: The token endpoint does not read the scope in the URL
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its "scope" is in the URL instead of the form
      When it is sent
      Then the request is refused under rule "REQ-SCOPE"

  @mock @live @rule:FMI-PRESENT
  Rule: A blueprint that requests T1 names an agent identity

    Scenario: A blueprint names the agent identity in the form
      Given a request of "Concierge" for T1 for "Booking"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot name the agent identity in the URL
      Given a request of "Concierge" for T1 for "Booking"
      And its "fmi_path" is in the URL instead of the form
      When it is sent
      Then the request is refused under rule "FMI-PRESENT"

  @mock @rule:CRED-PRESENT
  Rule: A client presents a credential

    Scenario: A client presents its secret in the form
      Given "Concierge" presents its client secret
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A client cannot present its secret in the URL
      Given "Concierge" presents its client secret
      And a request of "Concierge" for a token for "Microsoft Graph"
      And its "client_secret" is in the URL instead of the form
      When it is sent
      Then the request is refused under rule "CRED-PRESENT"
