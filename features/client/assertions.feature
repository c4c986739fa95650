Feature: What a client signs
  A certificate proves who the blueprint is by a signature over a few claims. What they
  say decides where, and for how long, the proof is good.

  Background:
    Given the client under test acts for "Concierge" with a certificate

  @client @mock @rule:SIGN-AUDIENCE
  Rule: A client assertion is for the token endpoint that receives it

    Scenario: The audience is the place that the request goes to
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every client assertion is for the place it was sent to
      And request 1 was answered with t1

    Scenario: A second agent identity gets an assertion for that place too
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then every client assertion is for the place it was sent to

  @client @mock @rule:SIGN-HEADER
  Rule: The header of a client assertion follows RFC 7515

    Scenario: The header names algorithm and certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the header of every client assertion has its form
      And request 1 was answered with t1

    Scenario: A header with the chain has its form too
      Given the client under test acts for "Concierge" with a certificate and its chain
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the header of every client assertion has its form

  @client @mock @rule:SIGN-CHAIN
  Rule: An x5c header contains the whole certificate chain

    Scenario: A certificate and its issuer are both sent
      Given the client under test acts for "Concierge" with a certificate and its chain
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then x5c of request 1 holds the whole chain

  @client @mock @rule:SIGN-THUMBPRINT
  Rule: A certificate thumbprint uses base64url without padding

    Scenario: The thumbprint has the alphabet of URLs and no padding
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the thumbprint of every certificate is base64url without padding
      And request 1 was answered with t1

  @client @mock @rule:SIGN-CLAIMS
  Rule: A client assertion names its expiry, and the client as issuer and subject

    Scenario: The claims name the blueprint, an id and an end
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every client assertion names the client and its end
      And request 1 was answered with t1
