Feature: Consenting
  Before an application acts for a person, the person or an administrator agrees.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:AUTHORIZE-SCOPE-KNOWN
  Rule: A client asks only for permissions that the API has

    Scenario: An application asks for a permission that the API has
      When "Intranet" asks "Bea" to sign in with:
        | scope | Mail.Read |
      Then "Intranet" gets a code

    Scenario: An application asks for a permission that the API does not have
      When "Intranet" asks "Bea" to sign in with:
        | scope | api://{Concierge}/dance |
      Then the request is refused under rule "AUTHORIZE-SCOPE-KNOWN"

    Scenario: An application asks for a permission without saying of which API
      When "Intranet" asks "Bea" to sign in with:
        | scope | access_agent |
      Then the request is refused under rule "AUTHORIZE-SCOPE-KNOWN"

  @mock @rule:CONSENT-AGENT-INTERACTIVE
  Rule: An agent identity asks no person for consent: its blueprint is authorized in advance

    Scenario: The page of old is still there for who asks for it
      Given people come back to "Concierge" at "http://localhost/agents"
      And people sign in with:
        | agentConsent | page |
      When "Concierge" asks "Bea" to sign in with:
        | response_type | none                    |
        | client_id     | {Booking}               |
        | redirect_uri  | http://localhost/agents |
      Then the person is back without a code

    @live
    Scenario: An agent identity cannot use the authorization code grant
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "grant_type" is "authorization_code"
      When it is sent
      Then the proof is refused, by the mock under rule "CONSENT-AGENT-INTERACTIVE"

    Scenario: An agent identity asks a person for consent
      Given people come back to "Concierge" at "http://localhost/agents"
      When "Concierge" asks "Bea" to sign in with:
        | response_type | none                    |
        | client_id     | {Booking}               |
        | redirect_uri  | http://localhost/agents |
      Then the request is refused under rule "CONSENT-AGENT-INTERACTIVE"

  @mock @rule:AUTHORIZE-ASSIGNED
  Rule: Nobody signs in to an application that requires assignment without being assigned to it

    Scenario: A person uses an API that is open to everybody
      Given the registration of "Intranet" lists "Orders API"
      When "Intranet" asks "Bea" to sign in with:
        | scope | api://{Orders API}/Orders.Read |
      Then "Intranet" gets a code

    Scenario: A person who is not assigned uses an API that requires it
      Given the registration of "Intranet" lists "Orders API"
      And only people who are assigned use "Orders API"
      When "Intranet" asks "Bea" to sign in with:
        | scope | api://{Orders API}/Orders.Read |
      Then the request is refused under rule "AUTHORIZE-ASSIGNED"

  @mock @rule:AUTHORIZE-SILENT-CONSENT
  Rule: A silent request succeeds only where nothing is left to consent to

    Scenario: An application asks silently for what it was allowed
      Given "Desk" has signed "Carlos" in
      When "Desk" asks "Carlos" to sign in with:
        | prompt | none |
      Then "Desk" gets a code

    Scenario: An application asks silently for more than it was allowed
      Given "Desk" has signed "Carlos" in
      When "Desk" asks "Carlos" to sign in with:
        | prompt | none      |
        | scope  | Mail.Read |
      Then the request is refused under rule "AUTHORIZE-SILENT-CONSENT"

  @mock @rule:AUTHORIZE-ADMIN-APPROVAL
  Rule: Only an administrator consents to permissions for administrators

    Scenario: An administrator allows what only administrators can
      When "Intranet" asks "Ada" to sign in with:
        | scope | User.Read.All |
      Then "Intranet" gets a code

    Scenario: A person cannot allow what only administrators can
      When "Intranet" asks "Bea" to sign in with:
        | scope | User.Read.All |
      Then the request is refused under rule "AUTHORIZE-ADMIN-APPROVAL"

  @mock @rule:AUTHORIZE-CONSENT-GIVEN
  Rule: A person who declines gives the client nothing

    Scenario: A person accepts
      Given "Desk" asks "Bea" for consent
      When the person accepts
      Then "Desk" gets a code

    Scenario: A person declines
      Given "Desk" asks "Bea" for consent
      When the person declines
      Then the request is refused under rule "AUTHORIZE-CONSENT-GIVEN"
