Feature: Creating a blueprint
  A blueprint is an application that serves as the template of agent identities. Its creator
  names people who answer for it.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:BLUEPRINT-CREATED
  Rule: A new blueprint serves only its own tenant and has no credential

    Scenario: A new blueprint has a client id and no credential
      When the administrator creates the blueprint "Porter"
      Then the answer says:
        | displayName                | Porter                   |
        | appId                      | matching ^[0-9a-f-]{36}$ |
        | signInAudience             | AzureADMyOrg             |
        | identifierUris.length      | 0                        |
        | passwordCredentials.length | 0                        |
        | keyCredentials.length      | 0                        |

    Scenario: A search finds a new blueprint
      When the administrator creates the blueprint "Porter"
      Then the directory has the blueprint "Porter"

  @mock @rule:BLUEPRINT-ID
  Rule: The object id of a new blueprint is its client id

    Scenario: A tool can use the id of a new blueprint as its client id
      When the administrator creates the blueprint "Porter"
      Then the member "id" of the answer is the same as "appId"

  @mock @rule:BLUEPRINT-SPONSOR
  Rule: A new blueprint has a sponsor

    Scenario: A caller creates a blueprint with a user as sponsor
      When "Provisioner" creates the blueprint "Porter"
      Then the directory accepts it

    Scenario: A caller creates a blueprint with a group as sponsor
      When "Provisioner" creates the blueprint "Porter" with:
        | sponsors | Agent owners |
      Then the directory accepts it

    Scenario: An application cannot create a blueprint without a sponsor
      When "Provisioner" creates the blueprint "Porter" without a sponsor
      Then the request is refused under rule "BLUEPRINT-SPONSOR"

    Scenario: An administrator of agents cannot create a blueprint without a sponsor
      When the administrator creates the blueprint "Porter" without a sponsor
      Then the request is refused under rule "BLUEPRINT-SPONSOR"

  @mock @rule:REFUSED-WHOLE
  Rule: A refused request changes nothing

    Scenario: The directory does not have a refused blueprint
      When the administrator creates the blueprint "Porter" without a sponsor
      Then none of the blueprints is called "Porter"

    Scenario: The directory does not have a refused agent identity
      When the administrator creates the agent identity "Luggage" of "Concierge" without a sponsor
      Then none of the agent identities is called "Luggage"

    Scenario: A refused change of a blueprint changes no part of it
      When the administrator changes the blueprint "Concierge":
        | displayName  | Front desk          |
        | publicClient | {"redirectUris":[]} |
      Then the blueprint "Concierge" now says:
        | displayName | Concierge |

    Scenario: A refused change of an agent identity changes no part of it
      When the administrator changes the agent identity "Booking":
        | accountEnabled | false   |
        | displayName    | ["two"] |
      Then the agent identity "Booking" now says:
        | accountEnabled | true    |
        | displayName    | Booking |

  @mock @rule:BLUEPRINT-PROPERTY
  Rule: A blueprint has no public client properties

    Scenario: A blueprint can have redirect URIs for consent
      When the administrator creates the blueprint "Porter" with:
        | web | {"redirectUris":["https://porter.example/consent"]} |
      Then the directory accepts it

    Scenario Outline: A caller cannot create a blueprint with <property>
      When the administrator creates the blueprint "Porter" with:
        | <property> | <value> |
      Then the request is refused under rule "BLUEPRINT-PROPERTY"

      Examples: documented in error-codes.md; the names come from tools
        | property               | value               |
        | publicClient           | {"redirectUris":[]} |
        | spa                    | {"redirectUris":[]} |
        | isFallbackPublicClient | true                |

    Scenario: A caller cannot turn a blueprint into a public client later
      When the administrator changes the blueprint "Concierge":
        | publicClient | {"redirectUris":[]} |
      Then the request is refused under rule "BLUEPRINT-PROPERTY"

  @mock @rule:BLUEPRINT-URI
  Rule: An application ID URI belongs to one application of a tenant

    Scenario: A blueprint can take an application ID URI of its own
      When the administrator changes the blueprint "Concierge":
        | identifierUris | ["api://{Concierge}"] |
      Then the blueprint "Concierge" now says:
        | identifierUris.0 | api://{Concierge} |

    Scenario: A blueprint cannot take the application ID URI of another
      Given the administrator has changed the blueprint "Courier":
        | identifierUris | ["api://{Courier}"] |
      When the administrator changes the blueprint "Concierge":
        | identifierUris | ["api://{Courier}"] |
      Then the request is refused under rule "BLUEPRINT-URI"
