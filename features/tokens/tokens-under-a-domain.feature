Feature: Tokens under a domain
  A client may name its tenant by a domain instead of the id. It gets the same tokens: they name the
  tenant by its id, and so does the document under that domain.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:TOKEN-TENANT
  Rule: Every token names the tenant that issued it

    Scenario: T1 that a blueprint asks for under a domain names the tenant by its id
      Given a request of "Concierge" for T1 for "Booking"
      And its path names a domain of the tenant that the administrator finds in the directory
      When it is sent
      Then the token says:
        | tid | the tenant id of Contoso        |
        | iss | the version 2 issuer of Contoso |

    Scenario: A Graph token that a blueprint asks for under a domain names the tenant by its id
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its path names a domain of the tenant that the administrator finds in the directory
      When it is sent
      Then the token says:
        | tid | the tenant id of Contoso        |
        | iss | the version 1 issuer of Contoso |

  @mock @live @rule:TOKEN-T1-SUBJECT
  Rule: The subject of T1 names tenant, blueprint and agent identity

    Scenario: The subject of T1 that a blueprint asks for under a domain names the tenant by its id
      Given a request of "Concierge" for T1 for "Booking"
      And its path names a domain of the tenant that the administrator finds in the directory
      When it is sent
      Then the token says:
        | sub | the agent subject of Booking |

  @mock @live @rule:TENANT-NAME
  Rule: A request names its tenant by id or domain name

    Scenario: A blueprint gets T1 under a domain of its tenant
      Given a request of "Concierge" for T1 for "Booking"
      And its path names a domain of the tenant that the administrator finds in the directory
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

  @mock @live @rule:DISC-TENANT-DOCUMENT
  Rule: The discovery document of a tenant names its own endpoints

    Scenario: The document under a domain that the directory shows names the tenant by its id
      Given a request to "/{Contoso}/v2.0/.well-known/openid-configuration"
      And its path names a domain of the tenant that the administrator finds in the directory
      When it is sent
      Then the answer says:
        | issuer         | the version 2 issuer of Contoso      |
        | token_endpoint | {origin}/{Contoso}/oauth2/v2.0/token |
