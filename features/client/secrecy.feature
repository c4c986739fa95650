Feature: What a client keeps to itself
  Events and errors end up in logs, and logs are read by many. What opens a door has no
  place in them.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:LOG-SECRETS
  Rule: No event or error contains a secret, assertion or token

    Scenario: A client that gets its token says no secret
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 1 token
      And nothing secret is in what the client under test says

    Scenario: A client with a certificate says no assertion
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 1 token
      And nothing secret is in what the client under test says

    Scenario: A refused client says no secret
      Given "Concierge" has only these client secrets:
        | name | ends        |
        | old  | an hour ago |
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And nothing secret is in what the client under test says

    Scenario: A client whose T1 is refused says no T1
      Given the agent identity "Booking" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And nothing secret is in what the client under test says

    Scenario: A token for somebody else is not said
      Given the client under test looks at the tokens it gets
      And "Billing" has obtained a token for "Microsoft Graph"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then nothing secret is in what the client under test says
