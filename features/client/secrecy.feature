Feature: What a client keeps secret
  Events and errors end up in logs, and many people read logs. A client keeps secrets out of
  them.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:LOG-SECRETS
  Rule: No event or error contains a secret, assertion or token

    Scenario: A client that gets its token reveals no secret
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 1 token
      And the client under test reveals no secret

    Scenario: A client with a certificate reveals no assertion
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 1 token
      And the client under test reveals no secret

    Scenario: A refused client reveals no secret
      Given the client under test acts for "Concierge" with a client secret
      And "Concierge" has only these client secrets:
        | name | ends        |
        | old  | an hour ago |
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test reveals no secret

    Scenario: A client whose T1 is refused does not reveal T1
      Given the agent identity "Booking" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test reveals no secret

    Scenario: A client does not reveal a token of another agent identity
      Given the client under test checks the tokens it gets
      And "Billing" has obtained a token for "Microsoft Graph"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reveals no secret
