Feature: Signing out
  A person signs out of a tenant, and goes on only where an application registered an address.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:LOGOUT-SESSION
  Rule: Whoever signed out is asked again who they are

    Scenario: An application asks a person who has signed out
      Given "Intranet" has signed "Bea" in
      And the person has signed out
      When "Intranet" sends the person to sign in again
      Then the page asks who it is

    Scenario: A person signs out in one browser and stays signed in in another
      Given "Desk" has signed "Carlos" in
      And the person goes on in another browser
      And "Intranet" has signed "Bea" in
      And the person has signed out
      And the person goes back to the first browser
      When "Desk" sends the person to sign in with:
        | prompt | none |
      Then "Desk" gets a code

  @mock @rule:LOGOUT-REDIRECT
  Rule: A person who signs out goes on only at a registered address

    Scenario: A person goes on at an address that an application registered
      When the person signs out with:
        | post_logout_redirect_uri | http://localhost/signed-in |
        | state                    | 42                         |
      Then the person goes on at "http://localhost/signed-in?state=42"

    Scenario Outline: A person does not go on at <address>
      When the person signs out with:
        | post_logout_redirect_uri | <address> |
      Then the person stays at the page that says so

      Examples: OpenID Connect RP-Initiated Logout 1.0 section 3
        | address                           |
        | https://elsewhere.example/        |
        | http://localhost/Signed-In        |
        | http://localhost/signed-in?next=1 |
        | http://localhost/signed-in/and-on |
