Feature: Where a client takes its credential from
  A blueprint without a secret of its own proves itself with the token of a job or of a
  machine. Others renew that token, so a client does not keep it.

  @client @mock @rule:FIC-1
  Rule: An assertion file is read anew for every request

    Scenario: The content of the file is the assertion of the request for T1
      Given the client under test acts for "Concierge" with an assertion file
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
      And the journal says of request 1:
        | assertion.claims.aud | api://AzureADTokenExchange |

    Scenario: A file that was replaced is read again for another agent identity
      Given the client under test acts for "Concierge" with an assertion file
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 20 minutes have passed
      And the assertion file holds a federated token
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then the client under test has a token for "Microsoft Graph" of "Billing"

    Scenario: A file that was replaced is read again when T1 has expired
      Given the client under test acts for "Concierge" with an assertion file
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 2 hours have passed
      And the assertion file holds a federated token
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then request 3 was answered with t1

  @client @mock @rule:MI-1
  Rule: The managed identity endpoint is asked once for each T1

    Scenario: A client asks the machine once for a T1
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
      And the managed identity endpoint was asked 1 time

    Scenario: A client that has a token does not ask the machine again
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the managed identity endpoint was asked 1 time

    Scenario: A client that has T1 does not ask the machine for another resource
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Orders API" as "Booking"
      Then the managed identity endpoint was asked 1 time
