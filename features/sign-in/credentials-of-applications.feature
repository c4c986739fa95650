Feature: Credentials of applications that people come back to
  Where a person comes back to says whether the application can keep a secret.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:CRED-PUBLIC
  Rule: A public client presents no credential

    Scenario: A program on this machine redeems without a secret
      Given "Desk" has signed "Bea" in
      When "Desk" redeems the code
      Then a token is issued

    Scenario: A program on this machine presents a secret
      Given "Desk" has signed "Bea" in
      When "Desk" redeems the code with:
        | client_secret | made-up |
      Then the request is refused under rule "CRED-PUBLIC"

  @mock @rule:CRED-CONFIDENTIAL
  Rule: A confidential client presents a credential when a user has signed in to it

    Scenario: A web application presents its secret
      Given "Intranet" has signed "Bea" in with:
        | scope | openid profile |
      When "Intranet" redeems the code
      Then a token is issued

    Scenario: A web application presents no secret
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | client_secret | absent |
      Then the request is refused under rule "CRED-CONFIDENTIAL"
