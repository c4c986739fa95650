Feature: Which cloud a client uses
  Sovereign clouds run the same identity platform under other names. A client with the names
  of the public cloud built in gets no T1 there.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:CLOUD-AUDIENCE
  Rule: The token exchange has its own audience in each cloud

    Scenario: A client in the US Government cloud requests the token exchange of that cloud
      Given "Contoso" is a tenant of the US Government cloud
      When the client under test gets a token for "Orders API" as "Booking"
      Then every request for T1 says:
        | scope | matching ^api://Azure[Aa][Dd]TokenExchangeUSGov/ |
      And the client under test has a token for "Orders API" of "Booking"

    Scenario: A client in the China cloud requests the token exchange of that cloud
      Given "Contoso" is a tenant of the China cloud
      When the client under test gets a token for "Orders API" as "Booking"
      Then every request for T1 says:
        | scope | matching ^api://Azure[Aa][Dd]TokenExchangeChina/ |
      And the client under test has a token for "Orders API" of "Booking"

    Scenario: A client in the public cloud requests the token exchange of the public cloud
      When the client under test gets a token for "Orders API" as "Booking"
      Then every request for T1 says:
        | scope | matching ^api://AzureA[Dd]TokenExchange/ |
