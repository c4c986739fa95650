Feature: Querying the directory
  A query narrows a listing. The directory refuses a query that it does not support instead of
  answering with too much.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:GRAPH-LIST
  Rule: A listing holds the objects of its type that its filter selects

    @mock
    Scenario: The directory lists the blueprints of a tenant
      When the administrator lists the blueprints
      Then the answer lists exactly:
        | Concierge |
        | Courier   |

    @mock @live
    Scenario: A filter selects the agent identities of one blueprint
      When the administrator lists the agent identities with "$filter=agentIdentityBlueprintId eq '{Concierge}'"
      Then every listed object says:
        | agentIdentityBlueprintId | the client id of Concierge |

    @mock @live
    Scenario: A filter excludes an agent identity of another blueprint
      When the administrator lists the agent identities with "$filter=agentIdentityBlueprintId eq '{Concierge}'"
      Then the answer does not list "Parcel"

    @mock @live
    Scenario: A filter finds a blueprint by its client id
      When the administrator lists the applications with "$filter=appId eq '{Concierge}'"
      Then the answer lists exactly:
        | Concierge |

    @mock
    Scenario: A filter with an unknown client id selects nothing
      When the administrator lists the applications with "$filter=appId eq '{nobody}'"
      Then the answer lists nothing

  @mock @live @rule:GRAPH-SELECT
  Rule: An answer contains the selected properties

    Scenario: A caller reads two properties of a blueprint
      When the administrator reads the blueprint "Concierge" with "$select=appId,displayName"
      Then the answer says:
        | appId          | the client id of Concierge |
        | displayName    | present                    |
        | signInAudience | absent                     |

    Scenario: A selected property without a value is null
      When the administrator reads the blueprint "Concierge" with "$select=appId,uniqueName"
      Then the answer says:
        | uniqueName | null |

  @mock @rule:GRAPH-EXPAND
  Rule: An answer contains owners and sponsors when the request expands them

    Scenario: A caller reads a blueprint with its owners
      Given the administrator has made "Ada" an owner of the blueprint "Concierge"
      When the administrator reads the blueprint "Concierge" with "$expand=owners($select=id)"
      Then the answer says:
        | owners.length        | 1             |
        | owners.0.id          | the id of Ada |
        | owners.0.displayName | absent        |

    Scenario: An expanded owner has a name and a type
      Given the administrator has made "Ada" an owner of the blueprint "Concierge"
      When the administrator reads the blueprint "Concierge" with "$expand=owners"
      Then the answer says:
        | owners.0.displayName | Ada Administrator     |
        | owners.0.@odata.type | #microsoft.graph.user |

  @rule:GRAPH-COUNT
  Rule: An advanced query counts the objects that it selects

    @mock
    Scenario: A query counts the agent identities of a blueprint
      When the administrator lists the agent identities with "$filter=agentIdentityBlueprintId eq '{Concierge}'&$count=true&$top=1" as an advanced query
      Then the answer says:
        | @odata.count | a whole number |
        | @odata.count | 2              |
        | value.length | 1              |

    @mock
    Scenario: A query counts nothing where its filter selects nothing
      When the administrator lists the agent identities with "$filter=displayName eq 'Nobody at all'&$count=true" as an advanced query
      Then the answer says:
        | @odata.count | 0 |

    @mock
    Scenario: A query counts what a search by a word finds
      When the administrator lists the blueprints with "$search=%22displayName:Concierge%22&$count=true" as an advanced query
      Then the answer says:
        | @odata.count  | 1                          |
        | value.0.appId | the client id of Concierge |

  @mock @live @rule:GRAPH-QUERY
  Rule: A directory request has readable query options

    Scenario: The directory reads a filter with a comparison
      When the administrator lists the agent identities with "$filter=displayName eq 'Nobody at all'"
      Then the directory accepts it

    Scenario: The directory refuses an incomplete filter
      When the administrator lists the agent identities with "$filter=displayName eq"
      Then the request is refused under rule "GRAPH-QUERY"

  @mock @live @rule:GRAPH-QUERY-SUPPORTED
  Rule: A directory query uses only what its objects support

    Scenario: A caller can request a page of one object
      When the administrator lists the agent identities with "$top=1"
      Then the directory accepts it

    Scenario: A caller cannot request a page of a thousand objects
      When the administrator lists the agent identities with "$top=1000"
      Then the request is refused under rule "GRAPH-QUERY-SUPPORTED"
