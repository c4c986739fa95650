Feature: Policies for people who sign in
  A policy holds for whoever signs in to an application, whichever way the tokens come.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:ACCESS-POLICY-BLOCK
  Rule: A policy of Conditional Access that blocks somebody leaves them without a token

    Scenario: An application redeems the code of a person who was blocked since
      Given "Intranet" has signed "Bea" in with:
        | scope | api://{Concierge}/access_agent offline_access |
      And Conditional Access blocks "Bea"
      When "Intranet" redeems the code
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"

    Scenario: A device asks for the tokens of a person who was blocked since
      Given a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      And Conditional Access blocks "Bea"
      When the device asks for its tokens
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"

    Scenario: An application renews the tokens of a person who was blocked since
      Given "Intranet" has signed "Bea" in with:
        | scope | api://{Concierge}/access_agent offline_access |
      And "Intranet" has redeemed the code
      And Conditional Access blocks "Bea"
      When "Intranet" renews the token with:
        | scope | api://{Concierge}/access_agent |
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"

  @mock @rule:ACCESS-POLICY-MFA
  Rule: Where Conditional Access demands several factors, a sign-in with one brings no token

    Scenario: A person who signed in with a password alone cannot go on silently
      Given people sign in with a password alone
      And "Intranet" has signed "Bea" in
      And Conditional Access demands several factors of people
      When "Intranet" sends the person to sign in with:
        | prompt | none |
      Then the request is refused under rule "ACCESS-POLICY-MFA"

    Scenario: A person who signed in with a password alone is asked for more
      Given people sign in with a password alone
      And "Intranet" has signed "Bea" in
      And Conditional Access demands several factors of people
      When "Intranet" sends the person to sign in with:
        | prompt | absent |
      Then the page asks who it is

    Scenario: An application redeems the code of a sign-in with a password alone
      Given people sign in with a password alone
      And "Intranet" has signed "Bea" in with:
        | scope | api://{Concierge}/access_agent offline_access |
      And Conditional Access demands several factors of people
      When "Intranet" redeems the code
      Then the request is refused under rule "ACCESS-POLICY-MFA"

  @mock @rule:TOKEN-CAPABILITY
  Rule: A token for Microsoft Graph names what its client says it can do

    Scenario: A token of a sign-in names the capability of its client
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | claims | {"access_token":{"xms_cc":{"values":["cp1"]}}} |
      Then the token says:
        | xms_cc | with cp1 |
