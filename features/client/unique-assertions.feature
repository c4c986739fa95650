Feature: How a client makes each assertion its own
  An assertion has an id, names its certificate, and can carry the chain of the certificate.
  Logs and defences against replay rely on the first, the provider on the others.

  @client @mock @rule:SIGN-UNIQUE
  Rule: Two assertions have two ids

    Scenario: A client gives a later assertion another id
      Given the client under test acts for "Concierge" with a certificate
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 2 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then no two assertions share an id

    Scenario: A client gives the assertion for another tenant another id
      Given the client under test accepts a tenant for each call
      And the client under test acts for "Concierge" with a certificate
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Outpost" in "Fabrikam"
      Then no two assertions share an id

  @client @mock @rule:SIGN-THUMBPRINT-KIND
  Rule: Each thumbprint has the length of its kind

    Scenario: A client names its certificate by a thumbprint of the right kind
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every thumbprint has the length of its kind
      And request 1 was answered with t1

  @client @mock @rule:SIGN-CHAIN-ORDER
  Rule: The certificate that signed comes first in x5c, and each next one issued the one before

    Scenario: A client sends the chain of its certificate in order
      Given the client under test acts for "Concierge" with a certificate and its chain
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every chain of certificates is in order
      And request 1 was answered with t1

    Scenario: A client that has no chain sends none or its certificate
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every chain of certificates is in order
