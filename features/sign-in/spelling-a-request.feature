Feature: Spelling a request to sign in
  Applications write the same request in several ways, and every one means the same.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:AUTHORIZE-SPELLING
  Rule: A request to sign somebody in is understood in every spelling that means the same

    Scenario Outline: A request whose <name> is <value> brings a code
      When "Intranet" asks "Bea" to sign in with:
        | nonce  | a nonce |
        | <name> | <value> |
      Then "Intranet" gets a code

      Examples: RFC 6749 section 3.1; OpenID Connect Core 1.0 sections 3.1.2.1 and 5.5
        | name          | value                           |
        | client_id     | {INTRANET}                      |
        | response_type | id_token code                   |
        | scope         | openid                          |
        | scope         | offline_access User.Read openid |
        | scope         | openid openid User.Read         |
        | login_hint    | {BEA}                           |
        | strange       | anything                        |
        | claims        | {"strange":{"essential":true}}  |
        | domain_hint   | organizations                   |

    Scenario: A request in a body brings a code
      Given "Intranet" has signed "Bea" in
      When "Intranet" sends the person to sign in in the body of a request with:
        | prompt | none |
      Then "Intranet" gets a code

    Scenario: A person is known by a hint in upper case
      Given "Intranet" has signed "Bea" in
      When "Intranet" sends the person to sign in with:
        | prompt     | none  |
        | login_hint | {BEA} |
      Then "Intranet" gets a code

  @mock @rule:CODE-VERIFIER
  Rule: The code verifier is the one of the code challenge

    Scenario: An application that says that its challenge is plain sends it as its verifier
      Given "Intranet" has signed "Bea" in with:
        | code_challenge        | {verifier} |
        | code_challenge_method | plain      |
      When "Intranet" redeems the code with:
        | code_verifier | {verifier} |
      Then a token is issued

    Scenario Outline: An application sends the verifier <near> for a <method> challenge
      Given "Intranet" has signed "Bea" in with:
        | code_challenge        | <challenge> |
        | code_challenge_method | <method>    |
      When "Intranet" redeems the code with:
        | code_verifier | <near> |
      Then the request is refused under rule "CODE-VERIFIER"

      Examples: RFC 7636 section 4.6
        | challenge  | method | near          |
        | {verifier} | plain  | {VERIFIER}    |
        | {verifier} | plain  | {verifier}x   |
        | {S256}     | S256   | {VERIFIER}    |
        | {S256}     | S256   | {verifier}x   |

  @mock @rule:CODE-KNOWN
  Rule: An authorization code is one that the tenant issued

    Scenario: An application redeems a code that was changed on its way
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | code | with another end |
      Then the request is refused under rule "CODE-KNOWN"
