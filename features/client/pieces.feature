Feature: How a client reads an answer in pieces
  A network delivers a body in as many pieces as it likes. The token is in all of them
  together.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:ANSWER-IN-PIECES
  Rule: A client reads an answer to its end

    Scenario: A client reads T1 from an answer in pieces
      Given the next answer to a request for T1 comes in 4 pieces
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

    Scenario: A client reads its token from an answer in pieces
      Given the next answer to a redemption comes in 4 pieces
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
