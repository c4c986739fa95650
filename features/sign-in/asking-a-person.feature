Feature: Asking a person to sign in
  An application sends a person to the identity provider, which sends them back with a code.
  What is wrong with the request is told to the application, or to the person where nobody knows the application.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:AUTHORIZE-CLIENT-AGENTIC
  Rule: A blueprint asks no person to sign in: another application does

    Scenario: An application asks a person for access to agents
      When "Intranet" asks "Bea" to sign in with:
        | scope | api://{Concierge}/access_agent |
      Then "Intranet" gets a code

    Scenario: A blueprint asks a person to sign in
      Given people come back to "Concierge" at "http://localhost/agents"
      When "Concierge" asks "Bea" to sign in with:
        | redirect_uri | http://localhost/agents |
      Then the request is refused under rule "AUTHORIZE-CLIENT-AGENTIC"

  @mock @rule:AUTHORIZE-REDIRECT-PRESENT
  Rule: An authorize request names its redirect URI

    Scenario: An application says where the person comes back to
      When "Intranet" asks "Bea" to sign in
      Then "Intranet" gets a code

    Scenario: An application does not say where the person comes back to
      When "Intranet" asks "Bea" to sign in with:
        | redirect_uri | absent |
      Then the request is refused under rule "AUTHORIZE-REDIRECT-PRESENT"

  @mock @rule:AUTHORIZE-REDIRECT
  Rule: The redirect URI is registered for the client

    Scenario: A program on this machine picks a port
      When "Desk" asks "Bea" to sign in with:
        | redirect_uri | http://localhost:49152 |
      Then "Desk" gets a code

    Scenario: An application names an address that it did not register
      When "Intranet" asks "Bea" to sign in with:
        | redirect_uri | https://elsewhere.example/ |
      Then the request is refused under rule "AUTHORIZE-REDIRECT"

    Scenario: An application names a longer path than it registered
      When "Intranet" asks "Bea" to sign in with:
        | redirect_uri | http://localhost/signed-in/and-on |
      Then the request is refused under rule "AUTHORIZE-REDIRECT"

  @mock @rule:AUTHORIZE-RESPONSE-TYPE-PRESENT
  Rule: An authorize request names its response type

    Scenario: An application says that it wants a code
      When "Intranet" asks "Bea" to sign in with:
        | response_type | code |
      Then "Intranet" gets a code

    Scenario: An application does not say what it wants
      When "Intranet" asks "Bea" to sign in with:
        | response_type | absent |
      Then the request is refused under rule "AUTHORIZE-RESPONSE-TYPE-PRESENT"

  @mock @rule:AUTHORIZE-RESPONSE-TYPE
  Rule: The response type is code, code id_token or none

    Scenario: An application wants nothing but consent
      When "Intranet" asks "Bea" to sign in with:
        | response_type | none |
      Then the person is back without a code

    Scenario: An application wants an access token at once
      When "Intranet" asks "Bea" to sign in with:
        | response_type | token |
      Then the request is refused under rule "AUTHORIZE-RESPONSE-TYPE"

  @mock @rule:AUTHORIZE-ID-TOKEN-ENABLED
  Rule: Only a client that may gets an id_token from the authorize endpoint

    Scenario: An application that may gets an id_token with its code
      When "Intranet" asks "Bea" to sign in with:
        | response_type | code id_token |
        | nonce         | a nonce       |
      Then "Intranet" gets a code

    Scenario: An application that may not asks for an id_token with its code
      Given "Intranet" gets no id_token with its codes
      When "Intranet" asks "Bea" to sign in with:
        | response_type | code id_token |
        | nonce         | a nonce       |
      Then the request is refused under rule "AUTHORIZE-ID-TOKEN-ENABLED"

  @mock @rule:AUTHORIZE-NONCE
  Rule: A request for an id_token from the authorize endpoint has a nonce

    Scenario: An application that wants no id_token needs no nonce
      When "Intranet" asks "Bea" to sign in with:
        | nonce | absent |
      Then "Intranet" gets a code

    Scenario: An application asks for an id_token without a nonce
      When "Intranet" asks "Bea" to sign in with:
        | response_type | code id_token |
      Then the request is refused under rule "AUTHORIZE-NONCE"
