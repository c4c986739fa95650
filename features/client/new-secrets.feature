Feature: How a client takes a new credential
  Secrets and certificates are replaced. A client that has received a new one stops using the
  old one.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RENEW-SECRET
  Rule: A client that has received a new credential presents the old one no more

    Scenario: A client with a new secret gets T1 for another agent identity
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test learns that "Concierge" has the new client secret "another-secret-for-tests-only"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"
      And no request was refused for its credential

    Scenario: A client whose secret was refused works with the new one
      Given "Concierge" has only these client secrets:
        | name | ends        |
        | old  | an hour ago |
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      And the client under test learns that "Concierge" has the new client secret "another-secret-for-tests-only"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client works with the third of three secrets
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test learns that "Concierge" has the new client secret "another-secret-for-tests-only"
      And the client under test learns that "Concierge" has the new client secret "a-third-secret-for-tests-only"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"
      And no request was refused for its credential

    Scenario: A client signs with the new certificate that it received
      Given the client under test acts for "Concierge" with a certificate
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And the client under test learns that "Concierge" has a new certificate
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"
      And no request was refused for its credential
