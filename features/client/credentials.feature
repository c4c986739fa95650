Feature: Where a client gets its credential
  A blueprint without a secret proves itself with the token of a job or of a machine. Others
  renew that token, so a client does not keep it.

  @client @mock @rule:RENEW-FILE
  Rule: A client reads a replaced assertion file again within ten minutes

    Scenario: A client presents the new content of its assertion file after ten minutes
      Given the client under test acts for "Concierge" with an assertion file
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 601 seconds have passed
      And the assertion file holds a federated token
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the last request for T1 presents the content of the assertion file
      And the client under test has a token for "Microsoft Graph" of "Billing"

    Scenario: A client presents the new content of its assertion file when it renews T1
      Given the client under test acts for "Concierge" with an assertion file
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 2 hours have passed
      And the assertion file holds a federated token
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the last request for T1 presents the content of the assertion file
      And the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:RENEW-FILE-EACH
  Rule: A client reads an assertion file again for every request

    Scenario: A client sends the content of the file with the request for T1
      Given the client under test acts for "Concierge" with an assertion file
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
      And the last request for T1 presents the content of the assertion file

    Scenario: A client reads a replaced file again for another agent identity
      Given the client under test acts for "Concierge" with an assertion file
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And the assertion file holds a federated token
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"
      And the last request for T1 presents the content of the assertion file

  @client @mock @rule:MANAGED-IDENTITY-ONCE
  Rule: A client calls the managed identity endpoint once for each T1

    Scenario: A client asks the machine once for one T1
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
      And the managed identity endpoint received 1 request

    Scenario: A client that has a token does not ask the machine again
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      And the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the managed identity endpoint received one request for each T1

    Scenario: A client that has T1 does not ask the machine for another resource
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      And the client under test caches tokens
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Orders API" as "Booking"
      Then the managed identity endpoint received one request for each T1

  @client @mock @rule:MANAGED-IDENTITY-AUDIENCE
  Rule: A client requests a token exchange token from the managed identity

    Scenario: A client asks the machine for the audience that the blueprint trusts
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request to the managed identity is for the token exchange
      And the client under test has 1 token

  @client @mock @rule:MANAGED-IDENTITY-CLIENT
  Rule: A client names the user-assigned managed identity that is configured

    Scenario: A client asks App Service for the managed identity of its configuration
      Given the client under test acts for "Concierge" with the user-assigned managed identity "concierge-host"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request to the managed identity says:
        | client_id | the client id of concierge-host |
      And the client under test has 1 token

    Scenario: A client asks the virtual machine for the managed identity of its configuration
      Given the client under test acts for "Concierge" with the user-assigned managed identity "concierge-host" of a virtual machine
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request to the managed identity says:
        | client_id | the client id of concierge-host |
      And the client under test has 1 token
