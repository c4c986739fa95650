Feature: Redeeming T1
  An agent identity has no credential. It proves itself with T1, which its blueprint
  obtained for it, and gets a token for a resource in its own name.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it

    Scenario: The agent identity that T1 names redeems it
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: Another agent identity of the same blueprint cannot redeem T1
      Given "Concierge" has obtained T1 for "Booking"
      When "Billing" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AGENT"

  @rule:T1-PARENT
  Rule: T1 comes from the blueprint of the agent identity that redeems it

    @mock @live
    Scenario: The agent identity of a second blueprint redeems the T1 of that blueprint
      Given "Courier" has obtained T1 for "Parcel"
      When "Parcel" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Parcel"

    @mock @live
    Scenario: An agent identity cannot redeem the T1 of another blueprint
      Given "Courier" has obtained T1 for "Parcel"
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-PARENT"

    @mock
    Scenario: An agent identity cannot redeem the T1 of another blueprint that names it
      Given the rule "FMI-OWN-AGENT" is relaxed at "Contoso"
      And "Courier" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-PARENT"

  @mock @live @rule:T1-AGENT-CASE
  Rule: T1 names the agent identity in lower case, as the directory does

    Scenario: An agent identity redeems T1 that names it in lower case
      Given "Concierge" has obtained T1 with the fmi_path "{Billing}"
      When "Billing" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Billing"

    Scenario: An agent identity cannot redeem T1 that names it in upper case
      Given "Concierge" has obtained T1 for "Billing" in upper case
      When "Billing" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AGENT-CASE"

  @mock @rule:T1-ISSUER
  Rule: An agent identity redeems T1 at its own tenant, which issued it

    Scenario: An agent identity of a guest blueprint redeems T1 in its own tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Concierge" has obtained T1 for "Outpost"
      When "Outpost" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Outpost"

    Scenario: An agent identity cannot redeem T1 of another tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Concierge" has obtained T1 for "Booking"
      When "Outpost" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-ISSUER"

  @mock @rule:T1-START
  Rule: An agent identity cannot redeem T1 before its start

    Scenario: An agent identity redeems T1 at a clock that is slightly behind
      Given "Concierge" has obtained T1 for "Booking"
      And the clock of "Contoso" is put back by 9 minutes
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot redeem T1 at a clock that is too far behind
      Given "Concierge" has obtained T1 for "Booking"
      And the clock of "Contoso" is put back by 11 minutes
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-START"

  @mock @rule:T1-EXPIRED
  Rule: An agent identity cannot redeem T1 after its expiry

    Scenario: An agent identity redeems T1 in its last minute
      Given "Concierge" has obtained T1 for "Booking"
      And 59 minutes have passed
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity cannot redeem T1 after an hour
      Given "Concierge" has obtained T1 for "Booking"
      And an hour has passed
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-EXPIRED"
