Feature: Applications in a browser
  A page keeps no secret: a verifier proves it, and its refresh tokens do not live long.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:CODE-SPA-CHALLENGE
  Rule: A single-page application uses PKCE

    Scenario: A page redeems with a verifier
      Given "Desk" has signed "Bea" in with:
        | redirect_uri          | http://localhost/desk |
        | code_challenge        | {S256}                |
        | code_challenge_method | S256                  |
      When "Desk" redeems the code with:
        | redirect_uri  | http://localhost/desk |
        | code_verifier | {verifier}            |
        | Origin        | http://localhost      |
      Then a token is issued

    Scenario: A page redeems without a challenge
      Given "Desk" has signed "Bea" in with:
        | redirect_uri | http://localhost/desk |
      When "Desk" redeems the code with:
        | redirect_uri | http://localhost/desk |
        | Origin       | http://localhost      |
      Then the request is refused under rule "CODE-SPA-CHALLENGE"

  @mock @rule:CRED-ORIGIN-SPA
  Rule: Only a single-page application redeems from a browser

    Scenario: A web application redeems from its server
      Given "Intranet" has signed "Bea" in with:
        | scope | api://{Concierge}/access_agent |
      When "Intranet" redeems the code
      Then a token is issued

    Scenario: A web application redeems from a browser
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | Origin | http://localhost |
      Then the request is refused under rule "CRED-ORIGIN-SPA"

  @mock @rule:CRED-SPA-ORIGIN
  Rule: A single-page application redeems from a browser

    Scenario: A page redeems from its browser
      Given "Desk" has signed "Bea" in with:
        | redirect_uri          | http://localhost/desk |
        | code_challenge        | {S256}                |
        | code_challenge_method | S256                  |
      When "Desk" redeems the code with:
        | redirect_uri  | http://localhost/desk |
        | code_verifier | {verifier}            |
        | Origin        | http://localhost      |
      Then a token is issued

    Scenario: A page redeems from a server
      Given "Desk" has signed "Bea" in with:
        | redirect_uri          | http://localhost/desk |
        | code_challenge        | {S256}                |
        | code_challenge_method | S256                  |
      When "Desk" redeems the code with:
        | redirect_uri  | http://localhost/desk |
        | code_verifier | {verifier}            |
      Then the request is refused under rule "CRED-SPA-ORIGIN"

  @mock @rule:REFRESH-SPA-TIME
  Rule: The refresh tokens of a single-page application end a day after the sign-in

    Scenario: A page renews on the day of the sign-in
      Given "Desk" has signed "Bea" in with:
        | redirect_uri          | http://localhost/desk    |
        | code_challenge        | {S256}                   |
        | code_challenge_method | S256                     |
        | scope                 | User.Read offline_access |
      And "Desk" has redeemed the code with:
        | redirect_uri  | http://localhost/desk |
        | code_verifier | {verifier}            |
        | Origin        | http://localhost      |
      And 23 hours have passed
      When "Desk" renews the token with:
        | Origin | http://localhost |
      Then a token is issued

    Scenario: A page renews on the day after the sign-in
      Given "Desk" has signed "Bea" in with:
        | redirect_uri          | http://localhost/desk    |
        | code_challenge        | {S256}                   |
        | code_challenge_method | S256                     |
        | scope                 | User.Read offline_access |
      And "Desk" has redeemed the code with:
        | redirect_uri  | http://localhost/desk |
        | code_verifier | {verifier}            |
        | Origin        | http://localhost      |
      And 25 hours have passed
      When "Desk" renews the token with:
        | Origin | http://localhost |
      Then the request is refused under rule "REFRESH-SPA-TIME"
