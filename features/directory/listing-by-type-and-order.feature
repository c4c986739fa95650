Feature: Listing by type and order
  A listing of one type holds nothing else, in the order that the caller wants.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:GRAPH-LIST
  Rule: A listing holds the objects of its type that its filter selects

    @mock @live
    Scenario: Each listed agent identity names its type
      When the administrator lists the agent identities
      Then every listed object says:
        | @odata.type          | #microsoft.graph.agentIdentity |
        | servicePrincipalType | ServiceIdentity                |

    @mock
    Scenario: The directory lists the agent identities and no other principals
      When the administrator lists the agent identities
      Then the answer lists exactly:
        | Booking |
        | Billing |
        | Parcel  |

    @mock
    Scenario: The directory lists the agent users and no people
      Given the administrator has created the agent user "front-desk" of "Billing"
      When the administrator lists the agent users
      Then the answer lists exactly:
        | Assistant  |
        | front-desk |

    @mock
    Scenario: Each owner names its type
      Given the administrator has made "Ada" an owner of the agent identity "Booking"
      When the administrator lists the owners of the agent identity "Booking"
      Then every listed object says:
        | @odata.type | #microsoft.graph.user |

    @mock
    Scenario: The beta version reads a query option without a dollar sign
      Given a request of the administrator to the directory for "/beta/servicePrincipals/microsoft.graph.agentIdentity?filter=displayName eq 'Booking'"
      When it is sent
      Then the answer lists exactly:
        | Booking |

    @mock
    Scenario: A search by a word selects the objects that have it
      When the administrator lists the blueprints with "$search=%22displayName:Concierge%22&$count=true" as an advanced query
      Then the answer lists exactly:
        | Concierge |

    @mock
    Scenario Outline: The directory lists blueprints in the order "<order>"
      When the administrator lists the blueprints with "$orderby=<order>&$count=true" as an advanced query
      Then the answer lists in this order: "<names>"

      Examples: both directions
        | order            | names              |
        | displayName      | Concierge, Courier |
        | displayName desc | Courier, Concierge |
