Feature: How a client signs an assertion
  A certificate proves a blueprint by a signature over a few claims. The claims decide where
  and for how long the proof is valid.

  Background:
    Given the client under test acts for "Concierge" with a certificate

  @client @mock @rule:SIGN-AUDIENCE
  Rule: A client assertion is for the token endpoint that receives it

    Scenario: The audience of an assertion is the URL that receives the request
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every client assertion is for the URL that received it
      And the client under test has 1 token

    Scenario: The assertion for a second agent identity has the same audience
      Given the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then every client assertion is for the URL that received it

  @client @mock @rule:SIGN-HEADER
  Rule: The header of a client assertion follows RFC 7515

    Scenario: The header of an assertion names the algorithm and the certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the header of every client assertion follows RFC 7515
      And the client under test has 1 token

    Scenario: A header with the certificate chain follows RFC 7515
      Given the client under test acts for "Concierge" with a certificate and its chain
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the header of every client assertion follows RFC 7515

  @client @mock @rule:SIGN-MEMBERS
  Rule: A client writes only members that Microsoft Entra knows into the header of an assertion

    Scenario: The header of an assertion names nothing that Microsoft Entra refuses
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the header of every client assertion has only members that Microsoft Entra knows
      And request 1 was answered with t1

  @client @mock @rule:SIGN-CHAIN
  Rule: An x5c header contains the whole certificate chain

    Scenario: A client sends a certificate and its issuer
      Given the client under test acts for "Concierge" with a certificate and its chain
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then x5c of every request for T1 contains the whole chain

  @client @mock @rule:SIGN-THUMBPRINT
  Rule: A certificate thumbprint uses base64url without padding

    Scenario: The thumbprint uses the URL-safe alphabet and no padding
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the thumbprint of every certificate is base64url without padding
      And the client under test has 1 token

  @client @mock @rule:SIGN-CLAIMS
  Rule: A client assertion names its expiry, and the client as issuer and subject

    Scenario: The claims of an assertion name the blueprint, an id and an expiry
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every client assertion names the client and its expiry
      And the client under test has 1 token

  @client @mock @rule:SIGN-LIFETIME
  Rule: A client assertion is valid for minutes

    Scenario: The assertion for a request for T1 expires soon
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every client assertion is valid for minutes
      And the client under test has 1 token
