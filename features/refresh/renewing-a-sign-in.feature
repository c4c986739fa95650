Feature: Renewing the tokens of a sign-in
  An application renews the tokens of a person without asking the person, within what was consented to.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:SIGNIN-RENEWAL
  Rule: A renewal of a sign-in is about the same person and brings another refresh token

    Scenario: A refresh token brings tokens for another API that the person consented to
      Given "Intranet" has signed "Bea" in with:
        | scope | api://{Concierge}/access_agent offline_access |
      And "Intranet" has signed "Bea" in
      And "Intranet" has redeemed the code
      When "Intranet" renews the token with:
        | scope | api://{Concierge}/access_agent |
      Then the token says:
        | aud | the client id of Concierge |
        | oid | the id of Bea              |
        | scp | access_agent               |

    Scenario: A refresh token that was used twice ends neither itself nor its successors
      Given "Intranet" has signed "Bea" in
      And "Intranet" has redeemed the code
      And "Intranet" has renewed the token twice with one refresh token
      When "Intranet" renews the token with:
        | scope | User.Read |
      Then a token is issued

  @mock @rule:CONSENT-DELEGATED
  Rule: A client gets a token for a user only with permissions that were consented to

    Scenario: An application renews for more than the person consented to
      Given "Intranet" has signed "Bea" in
      And "Intranet" has redeemed the code
      When "Intranet" renews the token with:
        | scope | Mail.Read |
      Then the request is refused under rule "CONSENT-DELEGATED"

  @mock @rule:CRED-CONFIDENTIAL
  Rule: A confidential client presents a credential when a user has signed in to it

    Scenario: A web application renews without its secret
      Given "Intranet" has signed "Bea" in
      And "Intranet" has redeemed the code
      When "Intranet" renews the token with:
        | client_secret | absent |
      Then the request is refused under rule "CRED-CONFIDENTIAL"

  @mock @rule:REFRESH-CLIENT
  Rule: A refresh token is used by the client that it was issued to

    Scenario: An application renews with the refresh token of another
      Given "Intranet" has signed "Bea" in
      And "Intranet" has redeemed the code
      When "Desk" renews the token with:
        | scope | User.Read |
      Then the request is refused under rule "REFRESH-CLIENT"

  @mock @rule:REFRESH-SPA-TIME
  Rule: The refresh tokens of a single-page application end a day after the sign-in

    Scenario: A page that renews does not begin a new day
      Given "Desk" has signed "Bea" in with:
        | redirect_uri          | http://localhost/desk    |
        | code_challenge        | {S256}                   |
        | code_challenge_method | S256                     |
        | scope                 | User.Read offline_access |
      And "Desk" has redeemed the code with:
        | redirect_uri  | http://localhost/desk |
        | code_verifier | {verifier}            |
        | Origin        | http://localhost      |
      And 20 hours have passed
      And "Desk" has renewed the token with:
        | Origin | http://localhost |
      And 5 hours have passed
      When "Desk" renews the token with:
        | Origin | http://localhost |
      Then the request is refused under rule "REFRESH-SPA-TIME"
