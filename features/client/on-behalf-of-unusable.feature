Feature: What a client makes of a token that cannot be exchanged
  Callers hand over the wrong token, and tokens end. A client refuses it, or tells the caller that
  the provider did.

  Background:
    Given the client under test acts for "Concierge"
    And the client under test acts on behalf of people

  @client @mock @rule:PERSON-UNUSABLE
  Rule: A token that cannot be exchanged ends in an error, at the latest when the provider refuses it once

    Scenario: A client gets no token for an id_token
      When the client under test gets a token for "Microsoft Graph" as "Booking" with an id_token in place of the token of "Bea"
      Then the client under test reports an error
      And at most 1 exchange was received

    Scenario: A client gets no token for an expired token
      When the client under test gets a token for "Microsoft Graph" as "Booking" with an expired token in place of the token of "Bea"
      Then the client under test reports an error
      And at most 1 exchange was received

    Scenario: A client gets no token for a token of Microsoft Graph
      When the client under test gets a token for "Microsoft Graph" as "Booking" with a token for Microsoft Graph in place of the token of "Bea"
      Then the client under test reports an error
      And at most 1 exchange was received

    Scenario: A client gets no token for a token of another blueprint
      When the client under test gets a token for "Microsoft Graph" as "Booking" with a token for another blueprint in place of the token of "Bea"
      Then the client under test reports an error
      And at most 1 exchange was received

    Scenario: A client gets no token for a token without a person
      When the client under test gets a token for "Microsoft Graph" as "Booking" with a token of an application in place of the token of "Bea"
      Then the client under test reports an error
      And at most 1 exchange was received

    Scenario: A client gets no token for a token that a stranger signed
      When the client under test gets a token for "Microsoft Graph" as "Booking" with a token that a stranger signed in place of the token of "Bea"
      Then the client under test reports an error
      And at most 1 exchange was received

    Scenario: A client does not answer a stranger with the token of the person whom it names
      Given the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking" with a token that a stranger signed in place of the token of "Bea"
      Then the client under test reports an error
      And the client under test has 1 token

    Scenario: A client gets no token for a disabled person
      Given "Carlos" has signed in
      And the account of "Carlos" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Carlos"
      Then the client under test reports an error
      And at most 1 exchange was received

  @client @mock @rule:PERSON-INPUT
  Rule: A client refuses a call without a person before any request

    Scenario: A client refuses an empty token of a person
      When the client under test gets a token for "Microsoft Graph" as "Booking" with an empty text in place of the token of "Bea"
      Then the client under test reports an error
      And at most 0 exchanges were received

    Scenario: A client refuses a blank token of a person
      When the client under test gets a token for "Microsoft Graph" as "Booking" with a blank text in place of the token of "Bea"
      Then the client under test reports an error
      And at most 0 exchanges were received
