Feature: Pages of a sign-in
  The pages that people see belong to them: nobody else shows, keeps or answers them.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:SIGNIN-PAGE
  Rule: Nobody keeps or frames a page of a sign-in, and its cookie is new and out of reach of scripts

    Scenario: A person is asked who it is
      When "Intranet" sends the person to sign in with:
        | prompt | login |
      Then the answer has the headers:
        | cache-control | matching no-store |
        | set-cookie    | matching HttpOnly |
      And no other page can show the page in a frame

    Scenario: A browser gets a page that carries a code
      When "Intranet" asks "Bea" to sign in with:
        | response_mode | form_post |
      Then the answer has the headers:
        | cache-control | matching no-store |
      And no other page can show the page in a frame

    Scenario: A person signs in with a browser that somebody had before
      Given "Intranet" shows its sign-in page
      When somebody signs in as "{Bea}"
      Then the browser has another cookie than before the sign-in

  @mock @rule:LOGIN-OWN-FORM
  Rule: A page hears only the browser that it was shown to

    Scenario: A page of somebody else consents for a person
      Given "Intranet" asks "Bea" for consent
      When a page of somebody else sends "decision=accept" for the person
      Then the request is refused under rule "LOGIN-OWN-FORM"

    Scenario: A page of somebody else consents for everybody
      Given "Intranet" asks "Ada" to consent for everybody
      When a page of somebody else sends "decision=accept" for the person
      Then the request is refused under rule "LOGIN-OWN-FORM"

    Scenario: A page of somebody else signs a person in for a device
      Given a device of "Kiosk" shows a code
      And "Bea" looks at what a device asks
      When a page of somebody else sends "action=continue" for the person
      Then the request is refused under rule "LOGIN-OWN-FORM"
