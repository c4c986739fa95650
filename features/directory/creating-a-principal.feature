Feature: Creating the principal of a blueprint
  A blueprint acts in a tenant through its principal there. The directory creates the
  principal in a second step.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:PRINCIPAL-APART
  Rule: A new blueprint has no principal until one is created

    Scenario: The directory lists no principal for a new blueprint
      When the administrator creates the blueprint "Porter"
      Then none of the blueprint principals is called "Porter"

    Scenario: A principal has its own object id
      Given the administrator has created the blueprint "Porter"
      When the administrator creates the principal of "Porter"
      Then the answer says:
        | servicePrincipalType | Application             |
        | appId                | the client id of Porter |
      And its "id" differs from its "appId"

  @mock @rule:PRINCIPAL-MIRROR
  Rule: A principal shows what its application says

    Scenario: A principal shows the roles of its application as they are declared
      Given the administrator has changed the blueprint "Concierge":
        | appRoles | [{"id":"f0000000-0000-4000-8000-00000000000a","value":"Bags.Carry","displayName":"Carry bags","description":"Carries bags","allowedMemberTypes":["User","Application"],"isEnabled":true},{"id":"f0000000-0000-4000-8000-00000000000b","value":"Bags.Keep","displayName":"Keep bags","description":"Keeps bags","allowedMemberTypes":["User"],"isEnabled":false}] |
      When the administrator reads the principal of "Concierge"
      Then the answer says:
        | appRoles.length                      | 2            |
        | appRoles.0.description               | Carries bags |
        | appRoles.0.allowedMemberTypes.length | 2            |
        | appRoles.1.displayName               | Keep bags    |
        | appRoles.1.allowedMemberTypes.0      | User         |
        | appRoles.1.isEnabled                 | false        |

    Scenario: A principal shows the scopes of its application
      Given the administrator has changed the blueprint "Concierge":
        | api | {"oauth2PermissionScopes":[{"id":"f0000000-0000-4000-8000-00000000000c","value":"access_agent","type":"User","adminConsentDisplayName":"Access the agent","isEnabled":true}]} |
      When the administrator reads the principal of "Concierge"
      Then the answer says:
        | oauth2PermissionScopes.0.value                   | access_agent     |
        | oauth2PermissionScopes.0.type                    | User             |
        | oauth2PermissionScopes.0.adminConsentDisplayName | Access the agent |

    Scenario Outline: A principal shows <property> of its application
      Given the administrator has changed the blueprint "Concierge":
        | <property> | <value> |
      When the administrator reads the principal of "Concierge"
      Then the answer says:
        | <shown as> | <shown> |

      Examples: documented in agentidentityblueprintprincipal.md
        | property       | value                                                | shown as              | shown                           |
        | displayName    | Front desk                                           | appDisplayName        | Front desk                      |
        | description    | Carries bags                                         | appDescription        | Carries bags                    |
        | info           | {"supportUrl":"https://porter.example/help"}         | info.supportUrl       | https://porter.example/help     |
        | web            | {"redirectUris":["https://porter.example/consent"]}  | replyUrls.0           | https://porter.example/consent  |
        | web            | {"homePageUrl":"https://porter.example"}             | homepage              | https://porter.example          |
        | identifierUris | ["api://{Concierge}"]                                | servicePrincipalNames.1 | api://{Concierge}             |
        | signInAudience | AzureADMyOrg                                         | signInAudience        | AzureADMyOrg                    |

  @mock @rule:PRINCIPAL-MANAGER
  Rule: A blueprint principal may create agent identities without a grant

    Scenario: The token of a new blueprint names the permission
      Given the administrator has created the blueprint "Porter"
      And the administrator has created the principal of "Porter"
      And the administrator has added a client secret to the blueprint "Porter"
      When "Porter" asks for a token for "Microsoft Graph"
      Then the token says:
        | roles | the role AgentIdentity.CreateAsManager |

    Scenario: A new blueprint creates an agent identity
      Given the administrator has created the blueprint "Porter"
      And the administrator has created the principal of "Porter"
      And the administrator has added a client secret to the blueprint "Porter"
      When "Porter" creates the agent identity "Trolley" of "Porter"
      Then the directory has the agent identity "Trolley"

  @mock @rule:PRINCIPAL-BLUEPRINT
  Rule: A blueprint principal belongs to a blueprint

    Scenario: A blueprint gets a blueprint principal
      Given the administrator has created the blueprint "Porter"
      When the administrator creates the principal of "Porter"
      Then the directory accepts it

    Scenario: An ordinary application cannot get a blueprint principal
      When the administrator creates the principal of "Intranet"
      Then the request is refused under rule "PRINCIPAL-BLUEPRINT"

  @mock @rule:PRINCIPAL-APPLICATION
  Rule: A principal belongs to an application that can be used in the tenant

    Scenario: An ordinary application gets an ordinary principal
      Given the administrator has deleted the principal of "Intranet"
      When the administrator creates an ordinary principal of "Intranet"
      Then the directory accepts it

    Scenario: An unknown application gets no principal
      When the administrator creates an ordinary principal of "Intranet" with:
        | appId | {nobody} |
      Then the request is refused under rule "PRINCIPAL-APPLICATION"

  @mock @rule:PRINCIPAL-SINGLE
  Rule: An application has one principal in a tenant

    Scenario: A blueprint whose principal was deleted gets a new one
      Given the administrator has deleted the principal of "Concierge"
      When the administrator creates the principal of "Concierge"
      Then the directory accepts it

    Scenario: A blueprint cannot have a second principal
      When the administrator creates the principal of "Concierge"
      Then the request is refused under rule "PRINCIPAL-SINGLE"

    Scenario: A caller cannot restore a principal beside a new one
      Given the administrator has deleted the principal of "Courier"
      And the administrator has created an ordinary principal of "Courier"
      When the administrator restores the first principal of "Courier"
      Then the request is refused under rule "PRINCIPAL-SINGLE"

  @mock @rule:PRINCIPAL-PROPERTY
  Rule: The service principal names of a blueprint principal are read-only

    Scenario: A caller can set the tags of a blueprint principal
      When the administrator changes the principal of "Concierge":
        | tags | ["Front desk"] |
      Then the principal of "Concierge" now says:
        | tags.0 | Front desk |

    Scenario: A caller cannot set the service principal names of a blueprint principal
      When the administrator changes the principal of "Concierge":
        | servicePrincipalNames | ["api://porter"] |
      Then the request is refused under rule "PRINCIPAL-PROPERTY"
