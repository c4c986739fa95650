Feature: The types in answers of the directory
  Tools read the properties of objects by their types: ids, texts, lists, true or false.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:GRAPH-ANSWER-TYPES
  Rule: A directory answer is JSON with the types of the reference

    Scenario: The properties of a blueprint have their types
      When the administrator reads the blueprint "Concierge"
      Then the members of the answer have these types:
        | a GUID                  | id appId                                                      |
        | a text                  | displayName signInAudience                                    |
        | a date                  | createdDateTime                                               |
        | a text or null          | description publisherDomain uniqueName notes                  |
        | a list of texts or none | identifierUris tags                                           |
        | a list                  | appRoles keyCredentials passwordCredentials requiredResourceAccess |
      And the answer has at least the members:
        | id | appId | displayName | createdDateTime | signInAudience | passwordCredentials | keyCredentials |
      And the answer has the headers:
        | content-type | matching ^application/json(;\|$) |
        | request-id   | a GUID                           |
      And the answer says:
        | @odata.context | matching /\$metadata#applications |

    Scenario: The properties of an agent identity have their types
      When the administrator reads the agent identity "Booking"
      Then the members of the answer have these types:
        | a GUID                  | id agentIdentityBlueprintId                                |
        | a GUID or null          | appId createdByAppId appOwnerOrganizationId                |
        | a text                  | displayName servicePrincipalType                           |
        | a date                  | createdDateTime                                            |
        | true or false           | accountEnabled appRoleAssignmentRequired                   |
        | a list of texts or none | alternativeNames servicePrincipalNames tags                |
        | a list                  | appRoles keyCredentials passwordCredentials                |
      And the answer has at least the members:
        | id | displayName | accountEnabled | agentIdentityBlueprintId | servicePrincipalType |

    Scenario: The properties of a blueprint principal have their types
      When the administrator reads the principal of "Concierge"
      Then the members of the answer have these types:
        | a GUID                  | id appId                                                   |
        | a GUID or null          | createdByAppId appOwnerOrganizationId                      |
        | a text                  | displayName servicePrincipalType                           |
        | true or false           | accountEnabled appRoleAssignmentRequired                   |
        | a list of texts or none | alternativeNames servicePrincipalNames tags                |
      And the answer has at least the members:
        | id | appId | displayName | accountEnabled | servicePrincipalType |

    Scenario: A listing is a list of objects with their types
      When the administrator lists the agent identities
      Then the entries of its "value" have these types:
        | a GUID        | id agentIdentityBlueprintId |
        | a text        | displayName                 |
        | true or false | accountEnabled              |
      And the entries of its "value" have at least the members:
        | id | displayName | accountEnabled | agentIdentityBlueprintId |
      And the answer has the headers:
        | content-type | matching ^application/json(;\|$) |
        | request-id   | a GUID                           |
      And the answer says:
        | @odata.context | matching /\$metadata#servicePrincipals |

    Scenario: A refusal is JSON too
      Given a request of the administrator to the directory for "/servicePrincipals/{nobody}"
      When it is sent
      Then the answer has the headers:
        | content-type | matching ^application/json(;\|$) |
        | request-id   | a GUID                           |
      And the answer says:
        | error.code                  | a text |
        | error.message               | a text |
        | error.innerError.request-id | a GUID |
