Feature: Reading the directory
  Tools read before they change anything: the tenant, its domains, the roles of Microsoft
  Graph, and objects by their ids.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:GRAPH-OBJECT
  Rule: A directory request names an object of its tenant

    @mock @live
    Scenario: A caller reads a blueprint by its client id
      When the administrator reads the blueprint "Concierge"
      Then the answer says:
        | appId | the client id of Concierge |

    @mock @live
    Scenario: A caller reads an agent identity
      When the administrator reads the agent identity "Billing"
      Then the answer says:
        | id                       | the client id of Billing   |
        | agentIdentityBlueprintId | the client id of Concierge |

    @mock @live
    Scenario Outline: The directory does not find <unknown object>
      When the administrator reads <unknown object>
      Then the request is refused under rule "GRAPH-OBJECT"

      Examples: captured by a provider of Terraform
        | unknown object            |
        | an unknown blueprint      |
        | an unknown principal      |
        | an unknown agent identity |

  @rule:GRAPH-PROPERTY
  Rule: Each property can be read alone

    @mock @live
    Scenario: A caller reads the name of a blueprint alone
      When the administrator reads "appId" of the blueprint "Concierge"
      Then the answer says:
        | value          | the client id of Concierge                       |
        | @odata.context | matching /\$metadata#applications\('.+'\)/appId$ |

    @mock
    Scenario: A caller reads the client secrets of a blueprint alone
      When the administrator reads "passwordCredentials" of the blueprint "Concierge"
      Then the answer says:
        | value.length       | 1                          |
        | value.0.keyId      | matching ^[0-9a-f-]{36}$   |
        | value.0.secretText | null                       |

    @mock
    Scenario: A caller reads the certificates of a blueprint alone
      Given the administrator has given the blueprint "Concierge" a certificate
      When the administrator reads "keyCredentials" of the blueprint "Concierge"
      Then the answer says:
        | value.length | 1                  |
        | value.0.type | AsymmetricX509Cert |

    @mock @live
    Scenario: The directory does not find an unknown property
      When the administrator reads "passwords" of the blueprint "Concierge"
      Then the request is refused under rule "GRAPH-PATH"

  @mock @rule:GRAPH-TENANT
  Rule: The directory names its tenant and its verified domains

    Scenario: A caller finds the tenant
      When the administrator lists the tenants
      Then the answer says:
        | value.0.id          | the tenant id of Contoso |
        | value.0.displayName | Contoso                  |
        | value.0.verifiedDomains.0.name      | matching ^contoso- |
        | value.0.verifiedDomains.0.isDefault | true               |

    Scenario: A caller finds no other tenant
      Given "Outpost" with the permission "Organization.Read.All" has listed the tenants
      When the administrator lists the tenants
      Then the answer says:
        | value.length | 1                        |
        | value.0.id   | the tenant id of Contoso |

    Scenario: A caller finds a verified domain
      When the administrator lists the domains
      Then the answer says:
        | value.0.id         | matching ^contoso- |
        | value.0.isVerified | true               |

  @rule:GRAPH-ROLES
  Rule: The principal of Microsoft Graph lists its permissions by name

    @mock @live
    Scenario Outline: <permission> has the id of the reference
      When the administrator reads the principal of "Microsoft Graph"
      Then the answer gives the role "<permission>" its documented id

      Examples: documented in the overview of the reference
        | permission                               |
        | AgentIdentity.CreateAsManager            |
        | AgentIdentity.Create.All                 |
        | AgentIdUser.ReadWrite.IdentityParentedBy |
        | Files.Read.All                           |
        | Presence.ReadWrite.All                   |
        | Team.ReadBasic.All                       |
