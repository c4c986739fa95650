Feature: Pages of a listing
  Long listings come in pages, each with a link to the next one.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GRAPH-PAGES
  Rule: The pages of a listing contain every object once

    Scenario Outline: Pages of <size> contain every agent identity once
      When the administrator reads every page of the agent identities, <size> at a time
      Then the pages list exactly:
        | Booking |
        | Billing |
        | Parcel  |
      And no page lists more than <size>

      Examples: fewer than the objects, a part of them, and as many
        | size |
        | 1    |
        | 2    |
        | 3    |

    Scenario: A long listing is complete
      Given the administrator has created 60 agent identities of "Courier"
      When the administrator reads every page of the agent identities, 7 at a time
      Then the pages list 63 different objects

    Scenario: The listing of a relation also has pages
      Given "Contoso" has 30 more users as sponsors of the agent identity "Booking"
      When the administrator reads every page of the sponsors of the agent identity "Booking", 7 at a time
      Then the pages list 30 different objects

    Scenario: Every page shows what the first request selected
      When the administrator reads every page of the agent identities with "$select=id,appId", 1 at a time
      Then every page lists objects with "appId" and without "displayName"

    Scenario: Every page lists what the first request filtered
      When the administrator reads every page of the agent identities with "$filter=agentIdentityBlueprintId eq '{Concierge}'", 1 at a time
      Then the pages list exactly:
        | Booking |
        | Billing |

    Scenario: An object that goes between two pages hides no other
      Given the administrator has read a page of the agent identities
      And the administrator has deleted the agent identity "Booking"
      When the administrator asks for the next page
      Then the answer lists exactly:
        | Billing |

    Scenario: A next link leads to the same page again
      Given the administrator has read a page of the agent identities
      And the administrator has asked for the next page
      When the administrator asks for the next page
      Then the answer lists exactly:
        | Billing |

    Scenario: The next link leads to the directory itself
      When the administrator lists the agent identities with "$top=1"
      Then its next link leads to the directory itself

  @mock @rule:GRAPH-PAGE
  Rule: A page token comes from the next link of a listing

    Scenario: A next link leads to the next page
      Given the administrator has read a page of the agent identities
      When the administrator asks for the next page
      Then the answer says:
        | value.length | 1 |

    Scenario: The directory refuses a damaged next link
      Given the administrator has read a page of the agent identities
      When the administrator asks for the next page by a damaged link
      Then the request is refused under rule "GRAPH-PAGE"

    Scenario: The directory refuses a next link with another filter
      Given the administrator has read a page of the agent identities
      When the administrator asks for the next page by a link with "$filter=accountEnabled eq true"
      Then the request is refused under rule "GRAPH-PAGE"
