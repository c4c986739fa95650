Feature: The resources of a cloud
  A tenant lives in the public cloud or in a sovereign one. Each cloud has its own names for
  Microsoft Graph and the token exchange, and does not know those of another.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:RESOURCE-CLOUD
  Rule: Microsoft resources use the names of the tenant's cloud

    Scenario Outline: The token exchange of the <cloud> cloud is <exchange>
      Given "Contoso" is in the <cloud> cloud
      When "Booking" asks for a token for the scope "<exchange>/.default"
      Then a token for the token exchange is issued to "Booking"

      Examples: learn.microsoft.com/entra/workload-id, federated identity credentials of a managed identity
        | cloud         | exchange                        |
        | public        | api://AzureADTokenExchange      |
        | US Government | api://AzureADTokenExchangeUSGov |
        | China         | api://AzureADTokenExchangeChina |

    Scenario Outline: Microsoft Graph of the <cloud> cloud is <graph>
      Given "Contoso" is in the <cloud> cloud
      When "Booking" asks for a token for the scope "<graph>/.default"
      Then the token says:
        | aud | <graph> |

      Examples: learn.microsoft.com/graph/deployments
        | cloud         | graph                                   |
        | public        | https://graph.microsoft.com             |
        | US Government | https://graph.microsoft.us              |
        | China         | https://microsoftgraph.chinacloudapi.cn |

    Scenario Outline: A managed identity of the <cloud> cloud proves the blueprint that trusts it
      Given "Contoso" is in the <cloud> cloud
      And "Concierge" trusts "concierge-host"
      And "Concierge" presents a managed identity token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

      Examples: sovereign clouds
        | cloud         |
        | US Government |
        | China         |

  @mock @rule:RESOURCE-KNOWN
  Rule: The tenant knows the requested resource

    Scenario Outline: A tenant of the <cloud> cloud does not know <address>
      Given "Contoso" is in the <cloud> cloud
      When "Booking" asks for a token for the scope "<address>/.default"
      Then the request is refused under rule "RESOURCE-KNOWN"

      Examples: names of other clouds
        | cloud         | address                         |
        | public        | api://AzureADTokenExchangeUSGov |
        | public        | https://graph.microsoft.us      |
        | US Government | api://AzureADTokenExchange      |
        | US Government | https://graph.microsoft.com     |
        | China         | api://AzureADTokenExchangeUSGov |

  @mock @rule:MI-RESOURCE-KNOWN
  Rule: The tenant knows the resource of a managed identity request

    Scenario: A machine in the China cloud gets no token for the token exchange of the public cloud
      Given "Contoso" is in the China cloud
      When "concierge-host" asks App Service for a token for the scope "api://AzureADTokenExchange/.default"
      Then the request is refused under rule "MI-RESOURCE-KNOWN"

  @mock @rule:FIC-AUDIENCE
  Rule: The federated identity credential names the audience of a federated token

    Scenario: A blueprint cannot use a federated token for the token exchange of another cloud
      Given "Contoso" is in the US Government cloud
      And "Concierge" trusts an external issuer
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-AUDIENCE"
