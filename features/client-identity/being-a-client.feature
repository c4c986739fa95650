Feature: Being a client of a tenant
  A client that requests a token is known to the tenant, has a principal there, and is
  enabled. An agent identity depends on its blueprint for all three.

  @mock @rule:CLIENT-KNOWN
  Rule: The client exists in the requested tenant

    Scenario: A multi-tenant blueprint is a client in a tenant where it is a guest
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When "Concierge" asks "Fabrikam" for T1 for "Outpost"
      Then T1 for "Outpost" is issued to "Concierge"

    Scenario: A single-tenant blueprint is not a client in another tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Concierge" is single-tenant
      When "Concierge" asks "Fabrikam" for T1 for "Outpost"
      Then the request is refused under rule "CLIENT-KNOWN"

    Scenario: An agent identity is not a client in the home tenant of its guest blueprint
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Concierge" has obtained T1 for "Outpost"
      When "Outpost" redeems it for "Microsoft Graph" at "Contoso"
      Then the request is refused under rule "CLIENT-KNOWN"

    Scenario: A deleted agent identity is no longer a client
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

    Scenario: A blueprint gets no token in a tenant where it was never a guest
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

    Scenario: An agent identity gets its token while another blueprint is disabled
      Given "Concierge" has obtained T1 for "Booking"
      And the blueprint "Courier" is disabled
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot redeem an earlier T1 after its blueprint is disabled
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
