Feature: Redeeming a code
  An application redeems the code once, and gets the tokens of the person.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:CODE-PRESENT
  Rule: A redemption carries an authorization code

    Scenario: An application presents its code
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code
      Then a token is issued

    Scenario: An application presents no code
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | code | absent |
      Then the request is refused under rule "CODE-PRESENT"

  @mock @rule:CODE-REDIRECT-PRESENT
  Rule: A redemption names the redirect URI

    Scenario: An application repeats where the person came back to
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | redirect_uri | http://localhost/signed-in |
      Then a token is issued

    Scenario: An application does not repeat where the person came back to
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | redirect_uri | absent |
      Then the request is refused under rule "CODE-REDIRECT-PRESENT"

  @mock @rule:CODE-TENANT
  Rule: An authorization code is redeemed at the tenant that issued it

    Scenario: An application redeems a code where it got it
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | tenant | Contoso |
      Then a token is issued

    Scenario: A client redeems a code at another tenant
      Given "Intranet" has signed "Bea" in
      When "Concierge" redeems the code with:
        | tenant       | Fabrikam                   |
        | redirect_uri | http://localhost/signed-in |
      Then the request is refused under rule "CODE-TENANT"

  @mock @rule:CODE-KNOWN
  Rule: An authorization code is one that the tenant issued

    Scenario: An application redeems the code that it got
      Given "Intranet" has signed "Bea" in with:
        | scope | openid |
      When "Intranet" redeems the code
      Then a token is issued

    Scenario: An application redeems a code that it made up
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | code | made-up |
      Then the request is refused under rule "CODE-KNOWN"

  @mock @rule:CODE-CLIENT
  Rule: An authorization code is redeemed by the client that asked for it

    Scenario: A program redeems its own code
      Given "Desk" has signed "Bea" in
      When "Desk" redeems the code
      Then a token is issued

    Scenario: A program redeems the code of another
      Given "Desk" has signed "Bea" in
      When "Intranet" redeems the code with:
        | redirect_uri | http://localhost/signed-in |
      Then the request is refused under rule "CODE-CLIENT"

  @mock @rule:CODE-ONCE
  Rule: An authorization code is redeemed once

    Scenario: An application redeems a code for the first time
      Given "Intranet" has signed "Bea" in with:
        | scope | User.Read |
      When "Intranet" redeems the code
      Then a token is issued

    Scenario: An application redeems a code for the second time
      Given "Intranet" has signed "Bea" in
      And "Intranet" has redeemed the code
      When "Intranet" redeems the code
      Then the request is refused under rule "CODE-ONCE"

  @mock @rule:CODE-AGAIN
  Rule: A code that is redeemed again is refused, and the tokens that it brought stay good

    Scenario: An application renews its tokens after it redeemed the code again
      Given "Intranet" has signed "Bea" in
      And "Intranet" has redeemed the code
      And "Intranet" has kept its refresh token
      And "Intranet" has tried to redeem the code again
      When "Intranet" renews the token that it kept
      Then a token is issued

  @mock @rule:CODE-TIME
  Rule: An authorization code expires after ten minutes

    Scenario: An application redeems a code after nine minutes
      Given "Intranet" has signed "Bea" in
      And 9 minutes have passed
      When "Intranet" redeems the code
      Then a token is issued

    Scenario: An application redeems a code after ten minutes
      Given "Intranet" has signed "Bea" in
      And 10 minutes have passed
      When "Intranet" redeems the code
      Then the request is refused under rule "CODE-TIME"
