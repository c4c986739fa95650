Feature: Being a client of a tenant
  Whoever asks a tenant for a token is known there, has a principal there, and
  is enabled; an agent identity depends on its blueprint for all three.

  @mock @rule:CLIENT-KNOWN
  Rule: The client exists in the requested tenant

    Scenario: A blueprint meant for several tenants is a client where it is a guest
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When "Concierge" asks "Fabrikam" for T1 for "Outpost"
      Then T1 for "Outpost" is issued to "Concierge"

    Scenario: A blueprint meant for its own tenant is no client elsewhere
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Concierge" is meant for its own tenant only
      When "Concierge" asks "Fabrikam" for T1 for "Outpost"
      Then the request is refused under rule "CLIENT-KNOWN"

    Scenario: An agent identity is no client of the tenant where its blueprint is at home
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Concierge" has obtained T1 for "Outpost"
      When "Outpost" redeems it for "Microsoft Graph" at "Contoso"
      Then the request is refused under rule "CLIENT-KNOWN"

    Scenario: An agent identity that was deleted is no client any more
      Given "Concierge" has obtained T1 for "Booking"
      And the agent identity "Booking" no longer exists
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-KNOWN"

  @mock @rule:CLIENT-PRINCIPAL
  Rule: A blueprint or application has a principal in the requested tenant

    Scenario: An application with a principal gets its token
      Given the application "Intranet"
      When "Intranet" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Intranet"

    Scenario: An application without a principal gets no token
      Given the application "Intranet"
      And "Intranet" has no principal in "Contoso"
      When "Intranet" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-PRINCIPAL"

    Scenario: A blueprint without a principal gets no token
      Given "Courier" has no principal in "Contoso"
      When "Courier" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-PRINCIPAL"

    Scenario: A blueprint has no principal in a tenant that it never visited
      Given "Concierge" has no principal in "Fabrikam"
      When "Concierge" asks "Fabrikam" for a token for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-PRINCIPAL"

  @mock @rule:CLIENT-ENABLED
  Rule: A disabled client gets no token

    Scenario: A disabled application gets no token
      Given the application "Intranet" is disabled
      When "Intranet" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-ENABLED"

    Scenario: A blueprint whose principal is disabled gets no T1 in that tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And the principal of "Concierge" is disabled in "Fabrikam"
      When "Concierge" asks for T1 for "Outpost"
      Then the request is refused under rule "CLIENT-ENABLED"

    Scenario: A blueprint whose principal is disabled in one tenant gets T1 in another
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And the principal of "Concierge" is disabled in "Contoso"
      When "Concierge" asks for T1 for "Outpost"
      Then T1 for "Outpost" is issued to "Concierge"

  @mock @rule:CLIENT-PARENT-ENABLED
  Rule: An agent identity whose blueprint is disabled gets no token

    Scenario: An agent identity depends on no other blueprint than its own
      Given "Concierge" has obtained T1 for "Booking"
      And the blueprint "Courier" is disabled
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: T1 obtained before the blueprint was disabled is redeemed no more
      Given "Concierge" has obtained T1 for "Booking"
      And the blueprint "Concierge" is disabled
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-PARENT-ENABLED"

    Scenario: An agent identity gets no token while the principal of its blueprint is disabled
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Concierge" has obtained T1 for "Outpost"
      And the principal of "Concierge" is disabled in "Fabrikam"
      When "Outpost" redeems it for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-PARENT-ENABLED"
