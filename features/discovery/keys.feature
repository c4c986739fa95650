Feature: Published keys
  To verify a token, you need the public half of the key that signed it. The header of the
  token names that key.

  @rule:KEYS-ENTRY
  Rule: A published key comes with its certificate

    @mock @live
    Scenario: Every key of a tenant is the key of the certificate beside it
      When a client reads "/{Contoso}/discovery/v2.0/keys"
      Then each published key is the key of its certificate

    @mock @live
    Scenario: Every key shared by all tenants is the key of the certificate beside it
      When a client reads "/common/discovery/v2.0/keys"
      Then each published key is the key of its certificate

    @mock @live
    Scenario: Every version 1 key of a tenant is the key of the certificate beside it
      When a client reads "/{Contoso}/discovery/keys"
      Then each published key is the key of its certificate

    @mock @live
    Scenario: Every key of a tenant names its use, and no two have one name
      When a client reads "/{Contoso}/discovery/v2.0/keys"
      Then each published key says:
        | kty | RSA                  |
        | use | sig                  |
        | e   | AQAB                 |
        | kid | matching ^[\w-]{27}$ |
        | alg | absent               |
        | d   | absent               |
      And no two published keys have the same "kid"

    @mock @live
    Scenario: A key names its use and no algorithm
      When a client reads "/{Contoso}/discovery/v2.0/keys"
      Then the answer says:
        | keys.0.kty                 | RSA                  |
        | keys.0.use                 | sig                  |
        | keys.0.e                   | AQAB                 |
        | keys.0.kid                 | matching ^[\w-]{27}$ |
        | keys.0.x5c.length          | 1                    |
        | keys.0.cloud_instance_name | the name of its cloud |
        | keys.0.alg                 | absent               |

    @mock
    Scenario: A version 2 key has a placeholder for the tenant in its issuer
      When a client reads "/{Contoso}/discovery/v2.0/keys"
      Then the answer says:
        | keys.0.issuer | {origin}/{tenantid}/v2.0 |

    @mock
    Scenario: A version 1 key names no issuer
      When a client reads "/{Contoso}/discovery/keys"
      Then each published key is the key of its certificate
      And the answer says:
        | keys.0.issuer | absent |

  @rule:KEYS-VERSIONS
  Rule: Both key documents of a tenant publish the same keys

    @mock @live
    Scenario: Version 1 and version 2 of the keys of a tenant are the same keys
      When a client reads "/{Contoso}/discovery/v2.0/keys"
      Then its keys are those at "/{Contoso}/discovery/keys"

    @mock
    Scenario: Version 1 and version 2 of the keys of a tenant are the same after it replaced its key
      Given "Contoso" has a new signing key
      When a client reads "/{Contoso}/discovery/keys"
      Then its keys are those at "/{Contoso}/discovery/v2.0/keys"

  @mock @rule:KEYS-ROTATION
  Rule: A key stays published while its tokens are valid

    Scenario: A token verifies after the tenant replaced its key
      Given "Concierge" has obtained T1 for "Booking"
      And "Contoso" has a new signing key
      When "Concierge" asks for T1 for "Booking"
      Then the token is signed with a published key of "Contoso"
      And the token obtained first verifies with a published key of "Contoso"

    Scenario: A token verifies after the tenant replaced its key a second time
      Given "Contoso" has a new signing key
      And "Concierge" has obtained T1 for "Booking"
      And "Contoso" has a new signing key
      When "Concierge" asks for T1 for "Billing"
      Then the token names another key than the token obtained first
      And the token obtained first verifies with a published key of "Contoso"

    Scenario: The tenant signs with a new key as soon as it publishes it
      Given "Concierge" has obtained T1 for "Booking"
      And "Contoso" has a new signing key
      When "Concierge" asks for T1 for "Booking"
      Then the token names another key than the token obtained first

    Scenario Outline: A new key reaches whoever read the version <version> keys before
      Given a client has read "/{Contoso}/<path>"
      And "Contoso" has a new signing key
      When the clients of "Contoso" obtain every T1
      Then each of them is signed with a key that the version <version> document of "Contoso" names

      Examples: the two key documents of a tenant
        | version | path                |
        | 1       | discovery/keys      |
        | 2       | discovery/v2.0/keys |
