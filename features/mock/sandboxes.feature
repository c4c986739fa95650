Feature: Tenants as sandboxes
  If you run scenarios side by side, give each its own tenant. No scenario sees what another
  one does.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"

  @mock @rule:TOOL-SANDBOX
  Rule: Tenants are isolated from each other

    Scenario: An agent identity is unknown in another tenant
      When "Concierge" asks "Fabrikam" for T1 for "Booking"
      Then the request is refused under rule "FMI-KNOWN"

    Scenario: A blueprint that is not a guest is unknown in another tenant
      When "Courier" asks "Fabrikam" for a token for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-KNOWN"

    Scenario: An API is unknown in another tenant
      Given "Concierge" has obtained T1 for "Outpost"
      When "Outpost" redeems it for "Orders API"
      Then the request is refused under rule "RESOURCE-KNOWN"

    Scenario: A blueprint that is disabled in one tenant works in another
      Given the principal of "Concierge" is disabled in "Fabrikam"
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: Moving the clock of one tenant does not move another
      Given "Concierge" has obtained T1 for "Booking"
      And the clock of "Fabrikam" is put ahead by 2 hours
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: Stopping the clock of one tenant does not stop another
      Given the clock of "Fabrikam" stands still
      And "Concierge" has obtained T1 for "Booking"
      And the clock of "Contoso" is put ahead by 2 hours
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-EXPIRED"

    Scenario: A tenant does not publish the new key of another
      Given "Fabrikam" has a new signing key
      When "Concierge" asks for T1 for "Outpost"
      Then the token is signed with no published key of "Contoso"
      And the token is signed with a published key of "Fabrikam"

    Scenario: The journal of one tenant contains no request to another
      Given "Concierge" has obtained T1 for "Outpost"
      When "Concierge" asks for T1 for "Booking"
      Then 1 request was received
      And request 1 says:
        | fmi_path | the client id of Booking |

    Scenario: A fault in one tenant does not apply to another
      Given the next request for T1 is answered with 503
      When "Concierge" asks for T1 for "Outpost"
      Then T1 for "Outpost" is issued to "Concierge"

    Scenario: A rule that is relaxed in one tenant stays in force in another
      Given the rule "FMI-OWN-AGENT" is relaxed at "Fabrikam"
      When "Courier" asks for T1 for "Booking"
      Then the request is refused under rule "FMI-OWN-AGENT"

    Scenario: A reset of one tenant does not change another
      Given "Concierge" has obtained T1 for "Booking"
      And the agent identity "Booking" is disabled
      And "Fabrikam" was reset
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-ENABLED"
