Feature: The answer that an application asks for
  An application says how it wants its answer, and for which permissions.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:AUTHORIZE-RESPONSE-MODE
  Rule: The response mode is query, fragment or form_post, and no id_token is in a query

    Scenario: An application wants its answer behind the number sign
      When "Intranet" asks "Bea" to sign in with:
        | response_mode | fragment |
      Then "Intranet" gets a code

    Scenario: An application wants its answer in a way that there is not
      When "Intranet" asks "Bea" to sign in with:
        | response_mode | by_mail |
      Then the request is refused under rule "AUTHORIZE-RESPONSE-MODE"

    Scenario: An application wants an id_token in a query
      When "Intranet" asks "Bea" to sign in with:
        | response_mode | query         |
        | response_type | code id_token |
        | nonce         | a nonce       |
      Then the request is refused under rule "AUTHORIZE-RESPONSE-MODE"

  @mock @rule:AUTHORIZE-PROMPT
  Rule: The prompt is login, none, consent or select_account

    Scenario: An application wants the person to pick an account
      When "Intranet" asks "Bea" to sign in with:
        | prompt | select_account |
      Then "Intranet" gets a code

    Scenario: An application prompts for what there is not
      When "Intranet" asks "Bea" to sign in with:
        | prompt | a_dance |
      Then the request is refused under rule "AUTHORIZE-PROMPT"

    Scenario: An application wants silence and a page at once
      When "Intranet" asks "Bea" to sign in with:
        | prompt | none login |
      Then the request is refused under rule "AUTHORIZE-PROMPT"

  @mock @rule:AUTHORIZE-CHALLENGE-SIZE
  Rule: A code challenge has 43 to 128 characters, the hash of S256 exactly 43

    Scenario: An application sends a challenge of 43 characters
      When "Intranet" asks "Bea" to sign in with:
        | code_challenge        | {S256} |
        | code_challenge_method | S256   |
      Then "Intranet" gets a code

    Scenario: An application sends a challenge of three characters
      When "Intranet" asks "Bea" to sign in with:
        | code_challenge        | abc  |
        | code_challenge_method | S256 |
      Then the request is refused under rule "AUTHORIZE-CHALLENGE-SIZE"

    Scenario: An application sends a hash that is too long
      When "Intranet" asks "Bea" to sign in with:
        | code_challenge        | {S256}x |
        | code_challenge_method | S256    |
      Then the request is refused under rule "AUTHORIZE-CHALLENGE-SIZE"

  @mock @rule:AUTHORIZE-CHALLENGE-METHOD
  Rule: A code challenge is S256 or plain

    Scenario: An application sends its verifier as the challenge
      When "Intranet" asks "Bea" to sign in with:
        | code_challenge        | {verifier} |
        | code_challenge_method | plain      |
      Then "Intranet" gets a code

    Scenario: An application hashes its challenge in another way
      When "Intranet" asks "Bea" to sign in with:
        | code_challenge        | {S256} |
        | code_challenge_method | S512   |
      Then the request is refused under rule "AUTHORIZE-CHALLENGE-METHOD"

  @mock @rule:AUTHORIZE-SCOPE
  Rule: An authorize request names its scope

    Scenario: An application names a scope
      When "Intranet" asks "Bea" to sign in with:
        | scope | openid |
      Then "Intranet" gets a code

    Scenario: An application names no scope
      When "Intranet" asks "Bea" to sign in with:
        | scope | absent |
      Then the request is refused under rule "AUTHORIZE-SCOPE"

  @mock @rule:AUTHORIZE-RESOURCE-LISTED
  Rule: A client asks only for APIs that its registration lists

    Scenario: An application asks for an API that its registration lists
      When "Desk" asks "Bea" to sign in with:
        | scope | api://{Concierge}/access_agent |
      Then "Desk" gets a code

    Scenario: An application asks for an API that its registration does not list
      Given the registration of "Desk" lists no API
      When "Desk" asks "Bea" to sign in with:
        | scope | api://{Concierge}/access_agent |
      Then the request is refused under rule "AUTHORIZE-RESOURCE-LISTED"
