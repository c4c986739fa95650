Feature: In which cloud a client is
  Sovereign clouds are the same identity platform under other names. Who writes those of
  the public cloud into a client gets no T1 elsewhere.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:CLOUD-AUDIENCE
  Rule: The token exchange has its own audience in each cloud

    Scenario: A client in the US Government cloud asks for the token exchange of that cloud
      Given "Contoso" is a tenant of the US Government cloud
      When the client under test gets a token for "Orders API" as "Booking"
      Then request 1 says:
        | scope | matching ^api://AzureADTokenExchangeUSGov/ |
      And the client under test has a token for "Orders API" of "Booking"

    Scenario: A client in the China cloud asks for the token exchange of that cloud
      Given "Contoso" is a tenant of the China cloud
      When the client under test gets a token for "Orders API" as "Booking"
      Then request 1 says:
        | scope | matching ^api://AzureADTokenExchangeChina/ |
      And the client under test has a token for "Orders API" of "Booking"

    Scenario: A client in the public cloud asks for the token exchange of the public cloud
      When the client under test gets a token for "Orders API" as "Booking"
      Then request 1 says:
        | scope | matching ^api://AzureA[Dd]TokenExchange/ |
