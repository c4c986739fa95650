Feature: Signing in again
  A person who is signed in goes on without a page, unless the application wants one.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:AUTHORIZE-ASKS-AGAIN
  Rule: A person who is signed in is asked again where the application prompts for it

    Scenario: Nobody is asked twice without a reason
      Given "Intranet" has signed "Bea" in
      When "Intranet" sends the person to sign in with:
        | prompt | absent |
      Then "Intranet" gets a code

    Scenario Outline: A person is asked who it is for the prompt <prompt>
      Given "Intranet" has signed "Bea" in
      When "Intranet" sends the person to sign in with:
        | prompt | <prompt> |
      Then the page asks who it is

      Examples: OpenID Connect Core 1.0 section 3.1.2.1
        | prompt         |
        | login          |
        | select_account |
        | login consent  |

    Scenario: A person is asked for consent again
      Given "Intranet" has signed "Bea" in
      When "Intranet" sends the person to sign in with:
        | prompt | consent |
      Then the page asks for consent

    Scenario: A person is asked who it is where the application expects somebody else
      Given "Intranet" has signed "Bea" in
      When "Intranet" sends the person to sign in with:
        | login_hint | {Carlos} |
      Then the page asks who it is

    Scenario: A browser does not know who signed in with another
      Given "Intranet" has signed "Bea" in
      And the person goes on in another browser
      When "Intranet" sends the person to sign in with:
        | prompt | absent |
      Then the page asks who it is

    Scenario: A person who was switched off since is asked who it is
      Given "Intranet" has signed "Bea" in
      And the account of "Bea" is switched off
      When "Intranet" sends the person to sign in with:
        | prompt | absent |
      Then the page asks who it is
