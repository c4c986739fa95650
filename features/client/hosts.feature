Feature: Whom a client asks
  A client is told its authority. Whoever asks another host tells it who is about to get
  a token, and does not work where that host cannot be reached.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RETRY-DISCOVERY
  Rule: A client does not repeat failed discovery with every call

    Scenario: Six calls without discovery do not ask for it six times
      Given the client under test keeps tokens
      And every discovery document is answered with 404
      When the client under test tries 6 times to get a token for "Microsoft Graph" as "Booking"
      Then discovery was asked at most 5 times

  @client @mock @rule:AUTHORITY-HOST
  Rule: A client contacts only the host of the authority

    Scenario: A client that gets a token asks its authority only
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no host is asked but that of the authority
      And the client under test has 1 token

    Scenario: A client that is refused asks its authority only
      Given the blueprint "Concierge" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no host is asked but that of the authority
