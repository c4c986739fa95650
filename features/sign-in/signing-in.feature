Feature: Signing in
  A person picks an account or types a user name, and proves to be there.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:LOGIN-OWN-FORM
  Rule: A page hears only the browser that it was shown to

    Scenario: A person answers the page
      Given "Intranet" shows its sign-in page
      When somebody signs in as "{Bea}"
      And the person accepts
      Then "Intranet" gets a code

    Scenario: Somebody answers the page of another browser
      Given "Intranet" shows its sign-in page
      When "Bea" answers the page in another browser
      Then the request is refused under rule "LOGIN-OWN-FORM"

  @mock @rule:LOGIN-CONTINUATION
  Rule: A sign-in leads to nowhere but a page of the same tenant

    Scenario: A sign-in goes on where it began
      When "Intranet" asks "Carlos" to sign in
      Then "Intranet" gets a code

    Scenario: A sign-in is to go on at another host
      Given "Intranet" shows its sign-in page
      When "Bea" signs in, and is to go on at "https://elsewhere.example/"
      Then the request is refused under rule "LOGIN-CONTINUATION"

    Scenario: A sign-in is to go on at another tenant
      Given "Intranet" shows its sign-in page
      When "Bea" signs in, and is to go on at "/fabrikam.example/oauth2/v2.0/authorize"
      Then the request is refused under rule "LOGIN-CONTINUATION"

  @mock @rule:LOGIN-USER-KNOWN
  Rule: A person who signs in has an account in the tenant

    Scenario: A person of the tenant signs in
      When "Intranet" asks "Ada" to sign in
      Then "Intranet" gets a code

    Scenario: Somebody signs in whom nobody knows
      Given "Intranet" shows its sign-in page
      When somebody signs in as "nobody@elsewhere.example"
      Then the request is refused under rule "LOGIN-USER-KNOWN"

  @mock @rule:LOGIN-AGENT-USER
  Rule: An agent user cannot sign in: it has no credentials

    Scenario: A person signs in by their user name
      Given "Intranet" shows its sign-in page
      When somebody signs in as "{Carlos}"
      And the person accepts
      Then "Intranet" gets a code

    Scenario: Somebody signs in as the user of an agent identity
      Given "Intranet" shows its sign-in page
      When somebody signs in as "{Assistant}"
      Then the request is refused under rule "LOGIN-AGENT-USER"

  @mock @rule:LOGIN-PASSWORD
  Rule: A person who is asked for a password knows it

    Scenario: A person knows the password
      Given people sign in with:
        | password | correct horse |
      And "Intranet" shows its sign-in page
      When somebody signs in as "{Bea}" with the password "correct horse"
      And the person accepts
      Then "Intranet" gets a code

    Scenario: A person knows another password
      Given people sign in with:
        | password | correct horse |
      And "Intranet" shows its sign-in page
      When somebody signs in as "{Bea}" with the password "battery staple"
      Then the request is refused under rule "LOGIN-PASSWORD"

  @mock @rule:LOGIN-USER-ENABLED
  Rule: The account of a person who signs in is enabled

    Scenario: A person signs in while another is switched off
      Given the account of "Carlos" is switched off
      When "Intranet" asks "Bea" to sign in
      Then "Intranet" gets a code

    Scenario: A person signs in who is switched off
      Given the account of "Bea" is switched off
      And "Intranet" shows its sign-in page
      When somebody signs in as "{Bea}"
      Then the request is refused under rule "LOGIN-USER-ENABLED"

  @mock @rule:AUTHORIZE-SILENT-SESSION
  Rule: A silent request succeeds only where the person is signed in

    Scenario: An application asks silently for who is signed in
      Given "Intranet" has signed "Bea" in
      When "Intranet" asks "Bea" to sign in with:
        | prompt | none |
      Then "Intranet" gets a code

    Scenario: An application asks silently while nobody is signed in
      When "Intranet" asks "Bea" to sign in with:
        | prompt | none |
      Then the request is refused under rule "AUTHORIZE-SILENT-SESSION"

    Scenario: An application asks silently for somebody else
      Given "Intranet" has signed "Bea" in
      When "Intranet" asks "Bea" to sign in with:
        | prompt     | none     |
        | login_hint | {Carlos} |
      Then the request is refused under rule "AUTHORIZE-SILENT-SESSION"
