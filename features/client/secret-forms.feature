Feature: In which forms a client keeps its secrets
  A secret that is encoded, cut or partly masked is still a secret. So is the key of a
  certificate, and the header of a managed identity.

  @client @mock @rule:LOG-SECRETS
  Rule: No event or error contains a secret, assertion or token

    Scenario: A client with a certificate does not reveal its private key
      Given the client under test acts for "Concierge" with a certificate
      And the blueprint "Concierge" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test reveals no secret

    Scenario: A client with a managed identity does not reveal its header
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 1 token
      And the client under test reveals no secret

    Scenario: A client that the managed identity endpoint refuses does not reveal its header
      Given the client under test acts for "Concierge" with the managed identity "concierge-host"
      And the managed identity "concierge-host" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test reveals no secret

    Scenario: A client with an assertion file does not reveal the assertion
      Given the client under test acts for "Concierge" with an assertion file
      And the blueprint "Concierge" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test reveals no secret

    Scenario: A client that gets no answer reveals no secret
      Given the client under test acts for "Concierge"
      And the next request for T1 gets no answer
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reveals no secret
