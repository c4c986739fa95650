Feature: Reading the directory
  Tools look things up before they change anything: the tenant, its domains, the roles of
  Microsoft Graph, and objects by their ids.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:GRAPH-OBJECT
  Rule: A directory request names an object of its tenant

    @mock @live
    Scenario: A blueprint is read by its client id
      When the administrator reads the blueprint "Concierge"
      Then the answer says:
        | appId | the client id of Concierge |

    @mock @live
    Scenario: An agent identity is read
      When the administrator reads the agent identity "Billing"
      Then the answer says:
        | id                       | the client id of Billing   |
        | agentIdentityBlueprintId | the client id of Concierge |

    @mock @live
    Scenario Outline: <nobody> is not found
      When the administrator reads <nobody>
      Then the request is refused under rule "GRAPH-OBJECT"

      Examples: as captured by a provider of Terraform
        | nobody                            |
        | a blueprint that nobody has       |
        | a principal that nobody has       |
        | an agent identity that nobody has |

  @mock @rule:GRAPH-TENANT
  Rule: The directory names its tenant and its verified domains

    Scenario: The tenant is found by whoever asks for it
      When the administrator lists the tenants
      Then the answer says:
        | value.0.id          | the tenant id of Contoso |
        | value.0.displayName | Contoso                  |

    Scenario: A verified domain is found
      When the administrator lists the domains
      Then the answer says:
        | value.0.id         | matching ^contoso- |
        | value.0.isVerified | true               |

  @rule:GRAPH-ROLES
  Rule: The principal of Microsoft Graph lists its permissions by name

    @mock @live
    Scenario Outline: <permission> has the id of the reference
      When the administrator reads the principal of "Microsoft Graph"
      Then the answer gives the role "<permission>" the id of the reference

      Examples: documented in the overview of the reference
        | permission                               |
        | AgentIdentity.CreateAsManager            |
        | AgentIdentity.Create.All                 |
        | AgentIdUser.ReadWrite.IdentityParentedBy |
