Feature: Principals as their application
  The directory shows in a principal what its application declares, as it is now.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:PRINCIPAL-MIRROR
  Rule: A principal shows what its application says

    Scenario: A principal shows the roles of its application as they are declared
      Given the administrator has changed the blueprint "Concierge":
        | appRoles | [{"id":"{Booking}","value":"Bags.Carry","displayName":"Carry bags","description":"Carries bags","allowedMemberTypes":["User","Application"],"isEnabled":true},{"id":"{Billing}","value":"Bags.Keep","displayName":"Keep bags","description":"Keeps bags","allowedMemberTypes":["User"],"isEnabled":false}] |
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
        | api | {"oauth2PermissionScopes":[{"id":"{Booking}","value":"access_agent","type":"User","adminConsentDisplayName":"Access the agent","isEnabled":true}]} |
      When the administrator reads the principal of "Concierge"
      Then the answer says:
        | oauth2PermissionScopes.0.value                   | access_agent     |
        | oauth2PermissionScopes.0.type                    | User             |
        | oauth2PermissionScopes.0.adminConsentDisplayName | Access the agent |

    Scenario: A principal of a guest shows what its application says in the tenant where it is at home
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And the administrator has changed the blueprint "Concierge":
        | displayName    | Front desk                                                                      |
        | description    | Carries bags                                                                    |
        | identifierUris | ["api://{Concierge}"]                                                           |
        | web            | {"homePageUrl":"https://porter.example"}                                        |
        | appRoles       | [{"id":"{Booking}","value":"Bags.Carry","displayName":"Carry bags","description":"Carries bags","allowedMemberTypes":["Application"],"isEnabled":true}] |
      When "Concierge" reads its principal in "Fabrikam"
      Then the answer says:
        | appDisplayName          | Front desk                 |
        | appDescription          | Carries bags               |
        | homepage                | https://porter.example     |
        | servicePrincipalNames.1 | api://{Concierge}          |
        | signInAudience          | AzureADMultipleOrgs        |
        | appOwnerOrganizationId  | {Contoso}                  |
        | appRoles.0.value        | Bags.Carry                 |

    Scenario Outline: A principal shows <part> of its application
      Given the administrator has changed the blueprint "Concierge":
        | <property> | <value> |
      When the administrator reads the principal of "Concierge"
      Then the answer says:
        | <shown as> | <shown> |

      Examples: documented in agentidentityblueprintprincipal.md
        | part              | property       | value                                                | shown as              | shown                           |
        | the name          | displayName    | Front desk                                           | appDisplayName        | Front desk                      |
        | the description   | description    | Carries bags                                         | appDescription        | Carries bags                    |
        | the support link  | info           | {"supportUrl":"https://porter.example/help"}         | info.supportUrl       | https://porter.example/help     |
        | the redirect URIs | web            | {"redirectUris":["https://porter.example/consent"]}  | replyUrls.0           | https://porter.example/consent  |
        | the home page     | web            | {"homePageUrl":"https://porter.example"}             | homepage              | https://porter.example          |
        | the identifier URIs | identifierUris | ["api://{Concierge}"]                                | servicePrincipalNames.1 | api://{Concierge}             |
        | the audience      | signInAudience | AzureADMyOrg                                         | signInAudience        | AzureADMyOrg                    |
