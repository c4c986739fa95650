Feature: Filters, searches and orders
  A filter compares texts without regard to letter case, as the directory does everywhere.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:GRAPH-LIST
  Rule: A listing holds the objects of its type that its filter selects

    @mock
    Scenario Outline: A filter with <what> selects one agent identity
      When the administrator lists the agent identities with "$filter=<filter>"
      Then the answer lists exactly:
        | <name> |

      Examples: documented for the filters of the reference
        | what                  | filter                                                | name    |
        | another letter case   | displayName eq 'BOOKING'                              | Booking |
        | the start of a name   | startswith(displayName,'Par')                         | Parcel  |
        | two conditions        | accountEnabled eq true and displayName eq 'Booking'   | Booking |
        | two alternatives      | displayName eq 'Nobody' or displayName eq 'Booking'   | Booking |
        | a list of values      | displayName in ('Nobody','Booking')                   | Booking |

    @mock
    Scenario: A filter by the start of a name does not find its middle
      When the administrator lists the agent identities with "$filter=startswith(displayName,'ar')"
      Then the answer lists nothing

    @mock
    Scenario: Two quotes in a filter stand for one
      Given the administrator has changed the agent identity "Booking":
        | displayName | Guest's table |
      When the administrator lists the agent identities with "$filter=displayName eq 'Guest''s table'"
      Then the answer lists exactly:
        | Booking |

    @mock
    Scenario: A search finds a word inside a name
      Given the administrator has changed the blueprint "Concierge":
        | displayName | Front desk |
      When the administrator lists the blueprints with "$search=%22displayName:desk%22&$count=true" as an advanced query
      Then the answer lists exactly:
        | Concierge |

    @mock
    Scenario: An order by name has no regard to letter case
      Given the administrator has changed the blueprint "Courier":
        | displayName | airport |
      When the administrator lists the blueprints with "$orderby=displayName&$count=true" as an advanced query
      Then the answer lists in this order: "airport, Concierge"

  @mock @live @rule:GRAPH-QUERY
  Rule: A directory request has readable query options

    Scenario Outline: A caller cannot <use> a property that no object has
      When the administrator lists the agent identities with "<query>"
      Then the request is refused under rule "GRAPH-QUERY"

      Examples: each option that names properties
        | use       | query                   |
        | filter by | $filter=colour eq 'red' |
        | select    | $select=colour          |

  @mock @live @rule:GRAPH-QUERY-SKIP
  Rule: A directory listing continues through its next link, not by skipping objects

    Scenario: A caller cannot skip a number of objects
      When the administrator lists the applications with "$skip=1"
      Then the request is refused under rule "GRAPH-QUERY-SKIP"

    Scenario: A caller reads a listing from its beginning
      When the administrator lists the applications with "$select=id&$top=1"
      Then the directory accepts it

  @mock @live @rule:GRAPH-QUERY-ADVANCED
  Rule: An advanced query asks for eventual consistency and a count

    Scenario: The directory answers a negation with eventual consistency and a count
      When the administrator lists the applications with "$filter=displayName ne 'Nobody'&$count=true&$top=1" as an advanced query
      Then the directory accepts it

    Scenario: The directory refuses a negation alone
      When the administrator lists the applications with "$filter=displayName ne 'Nobody'"
      Then the request is refused under rule "GRAPH-QUERY-ADVANCED"
