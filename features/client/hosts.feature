Feature: Which hosts a client contacts
  A client knows its authority. A client that contacts another host reveals who gets a token,
  and fails where it cannot reach that host.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RETRY-DISCOVERY
  Rule: A client does not repeat failed discovery with every call

    Scenario: Six calls without discovery do not request it six times
      Given the client under test caches tokens
      And every discovery document is answered with 404
      When the client under test tries 6 times to get a token for "Microsoft Graph" as "Booking"
      Then at most 5 requests for discovery were received

  @client @mock @rule:AUTHORITY-HOST
  Rule: A client contacts only the host of the authority

    Scenario: A client that gets a token contacts only its authority
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test contacts only the host of the authority
      And the client under test has 1 token

    Scenario: A client contacts only its authority while that is busy
      Given every request for T1 is answered with 503
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test contacts only the host of the authority

    Scenario: A refused client contacts only its authority
      Given the blueprint "Concierge" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test contacts only the host of the authority
