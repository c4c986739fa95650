Feature: The resources of a cloud
  A tenant lives in the public cloud or in a sovereign one. In each, Microsoft Graph and
  the token exchange go by other names, and no cloud knows the names of another.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:RESOURCE-CLOUD
  Rule: Microsoft resources use the names of the tenant's cloud

    Scenario Outline: In the <cloud> cloud the token exchange is <exchange>
      Given "Contoso" is in the <cloud> cloud
      When "Booking" asks for a token for the scope "<exchange>/.default"
      Then a token for the token exchange is issued to "Booking"

      Examples: learn.microsoft.com/entra/workload-id, federated identity credentials of a managed identity
        | cloud         | exchange                        |
        | public        | api://AzureADTokenExchange      |
        | US Government | api://AzureADTokenExchangeUSGov |
        | China         | api://AzureADTokenExchangeChina |

    Scenario Outline: In the <cloud> cloud Microsoft Graph is <graph>
      Given "Contoso" is in the <cloud> cloud
      When "Booking" asks for a token for the scope "<graph>/.default"
      Then the token says:
        | aud | <graph> |

      Examples: learn.microsoft.com/graph/deployments
        | cloud         | graph                                   |
        | public        | https://graph.microsoft.com             |
        | US Government | https://graph.microsoft.us              |
        | China         | https://microsoftgraph.chinacloudapi.cn |

    Scenario Outline: In the <cloud> cloud a managed identity proves the blueprint that trusts it
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

    Scenario: A federated token for the token exchange of another cloud is refused
      Given "Contoso" is in the US Government cloud
      And "Concierge" trusts an external issuer
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-AUDIENCE"
