Feature: Proving who redeems a code
  A verifier proves that who redeems a code asked for it.
  The person still has to be there.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:CODE-REDIRECT
  Rule: A redemption names the redirect URI of the authorize request

    Scenario: A program repeats the port that it picked
      Given "Desk" has signed "Bea" in with:
        | redirect_uri | http://localhost:4000 |
      When "Desk" redeems the code with:
        | redirect_uri | http://localhost:4000 |
      Then a token is issued

    Scenario: A program names another port than it picked
      Given "Desk" has signed "Bea" in with:
        | redirect_uri | http://localhost:4000 |
      When "Desk" redeems the code with:
        | redirect_uri | http://localhost:4001 |
      Then the request is refused under rule "CODE-REDIRECT"

  @mock @rule:CODE-VERIFIER-PRESENT
  Rule: A client that sent a code challenge sends the verifier

    Scenario: An application sends the verifier of its challenge
      Given "Intranet" has signed "Bea" in with:
        | code_challenge        | {S256} |
        | code_challenge_method | S256   |
      When "Intranet" redeems the code with:
        | code_verifier | {verifier} |
      Then a token is issued

    Scenario: An application forgets the verifier of its challenge
      Given "Intranet" has signed "Bea" in with:
        | code_challenge        | {S256} |
        | code_challenge_method | S256   |
      When "Intranet" redeems the code
      Then the request is refused under rule "CODE-VERIFIER-PRESENT"

  @mock @rule:CODE-VERIFIER
  Rule: The code verifier is the one of the code challenge

    Scenario: An application sends a verifier that is its challenge
      Given "Intranet" has signed "Bea" in with:
        | code_challenge | {verifier} |
      When "Intranet" redeems the code with:
        | code_verifier | {verifier} |
      Then a token is issued

    Scenario: An application sends the verifier of another challenge
      Given "Intranet" has signed "Bea" in with:
        | code_challenge        | {S256} |
        | code_challenge_method | S256   |
      When "Intranet" redeems the code with:
        | code_verifier | {S256} |
      Then the request is refused under rule "CODE-VERIFIER"

  @mock @rule:CODE-VERIFIER-ABSENT
  Rule: A client that sent no code challenge sends no verifier

    Scenario: An application uses no challenge
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | code_verifier | absent |
      Then a token is issued

    Scenario: An application sends a verifier of no challenge
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | code_verifier | {verifier} |
      Then the request is refused under rule "CODE-VERIFIER-ABSENT"

  @mock @rule:CODE-USER-KNOWN
  Rule: An authorization code of a deleted user is worth nothing

    Scenario: A code is redeemed while its person is there
      Given "Intranet" has signed "Bea" in with:
        | scope | api://{Concierge}/access_agent |
      And the account of "Carlos" is removed
      When "Intranet" redeems the code
      Then a token is issued

    Scenario: A code is redeemed whose person has left
      Given "Intranet" has signed "Bea" in
      And the account of "Bea" is removed
      When "Intranet" redeems the code
      Then the request is refused under rule "CODE-USER-KNOWN"

  @mock @rule:CODE-USER-ENABLED
  Rule: An authorization code of a disabled user is worth nothing

    Scenario: A code is redeemed while another person is switched off
      Given "Intranet" has signed "Bea" in with:
        | scope | api://{Concierge}/access_agent |
      And the account of "Carlos" is switched off
      When "Intranet" redeems the code
      Then a token is issued

    Scenario: A code is redeemed whose person is switched off
      Given "Intranet" has signed "Bea" in
      And the account of "Bea" is switched off
      When "Intranet" redeems the code
      Then the request is refused under rule "CODE-USER-ENABLED"
