Feature: How a client names its requests
  Support finds a request by its correlation id. An id that never changes finds all of them.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:SEND-CORRELATION
  Rule: Each call has a correlation id of its own

    Scenario: Calls for two agent identities have different correlation ids
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then no two agent identities share a correlation id
