Feature: What the directory grants
  Tools and support see from an answer what was done: something is new and has an id, something
  is answered, or there is nothing to say.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"
    And the resource "Orders API" has the role "Orders.Pay"

  @mock @rule:GRAPH-GRANTED
  Rule: A granted directory request says by its status what was done

    Scenario Outline: The directory says that <something> is new
      When the administrator <creates it>
      Then the directory says that something is new
      And the answer repeats what the request said
      And the directory finds it by its id

      Examples: documented with 201
        | something                        | creates it                                                                       |
        | a blueprint                      | creates the blueprint "Porter"                                                   |
        | an agent identity                | creates the agent identity "Luggage" of "Concierge"                              |
        | an agent user                    | creates the agent user "front-desk" of "Billing"                                 |
        | a federated identity credential  | adds the federated identity credential "octo-ci" to the blueprint "Concierge"    |
        | a permission grant               | grants "Booking" the scope "User.Read" of "Microsoft Graph"                      |
        | the assignment of a role         | assigns the role "Orders.Pay" of "Orders API" to "Billing"                       |

    Scenario: The directory says that a principal is new
      Given the administrator has created the blueprint "Porter"
      When the administrator creates the principal of "Porter"
      Then the directory says that something is new
      And the directory finds it by its id

    Scenario: An inheritable permission is new and has no id
      When the administrator makes permissions of "Microsoft Graph" inheritable from "Concierge"
      Then the answer has the status 201

    Scenario Outline: The directory answers when a caller <asks>
      When the administrator <asks>
      Then the directory answers with what was asked for

      Examples: documented with 200
        | asks                                                  |
        | adds a client secret to the blueprint "Concierge"     |
        | reads the agent identity "Booking"                    |
        | lists the agent identities                            |
        | lists the sponsors of the agent identity "Booking"    |

    Scenario: The directory answers with what it restored
      Given the administrator has deleted the agent identity "Booking"
      When the administrator restores the agent identity "Booking"
      Then the directory answers with what was asked for

    Scenario Outline: The directory has nothing to say when a caller <does something>
      When the administrator <does something>
      Then the answer has the status 204
      And the answer has no body

      Examples: documented with 204
        | does something                                                       |
        | disables the agent identity "Booking"                                |
        | deletes the agent identity "Booking"                                 |
        | deletes the blueprint "Concierge"                                    |
        | gives the blueprint "Concierge" a certificate                        |
        | removes the first client secret of the blueprint "Concierge"         |
        | makes "Ada" an owner of the agent identity "Booking"                 |
        | makes "Ada" a sponsor of the blueprint "Concierge"                   |

  @mock @rule:GRAPH-CHANGED
  Rule: A change changes what it names and nothing else

    Scenario: A changed agent identity has its new name and its blueprint
      When the administrator changes the agent identity "Booking":
        | displayName | Reservations |
      Then the agent identity "Booking" now says:
        | displayName              | Reservations               |
        | agentIdentityBlueprintId | the client id of Concierge |
        | accountEnabled           | true                       |

    Scenario: A changed blueprint keeps what the change does not name
      Given the administrator has changed the blueprint "Concierge":
        | identifierUris | ["api://{Concierge}"] |
        | description    | Serves guests         |
        | tags           | ["Front desk"]        |
      When the administrator changes the blueprint "Concierge":
        | displayName | Front desk |
        | description | null       |
      Then the blueprint "Concierge" now says:
        | displayName                | Front desk        |
        | description                | null              |
        | identifierUris.0           | api://{Concierge} |
        | tags.0                     | Front desk        |
        | passwordCredentials.length | 1                 |

    Scenario: A change of one agent identity does not change its sibling
      When the administrator changes the agent identity "Booking":
        | displayName | Reservations |
      Then the agent identity "Billing" now says:
        | displayName | Billing |
