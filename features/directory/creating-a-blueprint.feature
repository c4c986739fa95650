Feature: Creating a blueprint
  A blueprint is an application from which agent identities are made. Whoever creates it
  names people who answer for it.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:BLUEPRINT-CREATED
  Rule: A new blueprint serves only its own tenant and has no credential

    Scenario: A new blueprint has a client id and nothing to prove itself with
      When the administrator creates the blueprint "Porter"
      Then the answer says:
        | displayName                | Porter                   |
        | appId                      | matching ^[0-9a-f-]{36}$ |
        | signInAudience             | AzureADMyOrg             |
        | identifierUris.length      | 0                        |
        | passwordCredentials.length | 0                        |
        | keyCredentials.length      | 0                        |

    Scenario: A new blueprint is found
      When the administrator creates the blueprint "Porter"
      Then the directory has the blueprint "Porter"

  @mock @rule:BLUEPRINT-ID
  Rule: The object id of a new blueprint is its client id

    Scenario: A tool may take the id of a new blueprint for its client id
      When the administrator creates the blueprint "Porter"
      Then the member "id" of the answer is the same as "appId"

  @mock @rule:BLUEPRINT-SPONSOR
  Rule: A new blueprint has a sponsor

    Scenario: A blueprint is created with a user for its sponsor
      When "Provisioner" creates the blueprint "Porter"
      Then the directory accepts it

    Scenario: A blueprint is created with a group for its sponsor
      When "Provisioner" creates the blueprint "Porter" with:
        | sponsors | Agent owners |
      Then the directory accepts it

    Scenario: An application that names no sponsor creates no blueprint
      When "Provisioner" creates the blueprint "Porter" without a sponsor
      Then the request is refused under rule "BLUEPRINT-SPONSOR"

    Scenario: An administrator of agents who names no sponsor creates no blueprint
      When the administrator creates the blueprint "Porter" without a sponsor
      Then the request is refused under rule "BLUEPRINT-SPONSOR"

  @mock @rule:REFUSED-WHOLE
  Rule: A refused request changes nothing

    Scenario: A refused blueprint is not there
      When the administrator creates the blueprint "Porter" without a sponsor
      Then none of the blueprints is called "Porter"

    Scenario: A refused agent identity is not there
      When the administrator creates the agent identity "Luggage" of "Concierge" without a sponsor
      Then none of the agent identities is called "Luggage"

  @mock @rule:BLUEPRINT-PROPERTY
  Rule: A blueprint has no public client properties

    Scenario: A blueprint may have addresses to which consent is sent back
      When the administrator creates the blueprint "Porter" with:
        | web | {"redirectUris":["https://porter.example/consent"]} |
      Then the directory accepts it

    Scenario Outline: A blueprint is not created with <property>
      When the administrator creates the blueprint "Porter" with:
        | <property> | <value> |
      Then the request is refused under rule "BLUEPRINT-PROPERTY"

      Examples: documented in error-codes.md; the names are from tools
        | property               | value               |
        | publicClient           | {"redirectUris":[]} |
        | spa                    | {"redirectUris":[]} |
        | isFallbackPublicClient | true                |

    Scenario: A blueprint is not made a public client later
      When the administrator changes the blueprint "Concierge":
        | publicClient | {"redirectUris":[]} |
      Then the request is refused under rule "BLUEPRINT-PROPERTY"

  @mock @rule:BLUEPRINT-URI
  Rule: An application ID URI belongs to one application of a tenant

    Scenario: A blueprint takes an address of its own
      When the administrator changes the blueprint "Concierge":
        | identifierUris | ["api://{Concierge}"] |
      Then the blueprint "Concierge" now says:
        | identifierUris.0 | api://{Concierge} |

    Scenario: A blueprint does not take the address of another
      Given the administrator has changed the blueprint "Courier":
        | identifierUris | ["api://{Courier}"] |
      When the administrator changes the blueprint "Concierge":
        | identifierUris | ["api://{Courier}"] |
      Then the request is refused under rule "BLUEPRINT-URI"
