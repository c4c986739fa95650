Feature: The journal of a tenant
  The journal shows a stuck developer what reached the provider and why it answered as it did.
  It is safe to share.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-JOURNAL
  Rule: The journal records every decision and hides every secret

    Scenario: The journal records issued tokens in order
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then 2 requests were received
      And request 1 was answered with t1
      And request 2 was answered with agent

    Scenario: The journal distinguishes requests by number, path and answer
      When "Concierge" asks for T1 for "Booking"
      Then the journal shows for request 1:
        | sequence   | 1                            |
        | path       | /{Contoso}/oauth2/v2.0/token |
        | httpStatus | 200                          |

    Scenario: The journal records the content of a request
      When "Concierge" asks for T1 for "Booking"
      Then request 1 says:
        | client_id  | the client id of Concierge          |
        | fmi_path   | the client id of Booking            |
        | scope      | api://AzureADTokenExchange/.default |
        | grant_type | client_credentials                  |

    Scenario: The journal records the claims of an issued token
      When "Concierge" asks for T1 for "Booking"
      Then the journal shows for request 1:
        | outcome.claims.sub | the agent subject of Booking |

    Scenario: The journal records the broken rule and the refusal
      Given "Concierge" has obtained T1 for "Booking"
      When "Billing" redeems it for "Microsoft Graph"
      Then request 2 was refused under rule "T1-AGENT"
      And the journal shows for request 2:
        | httpStatus    | 401            |
        | outcome.error | invalid_client |

    Scenario: The journal records which rules the mock checked
      Given "Concierge" has obtained T1 for "Booking"
      When "Billing" redeems it for "Microsoft Graph"
      Then the journal shows for request 2:
        | rulesLookedAt | matching "T1-ISSUER".+"T1-PARENT".+"T1-AGENT" |

    Scenario: The journal records the claims of an assertion
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then the journal shows for request 2:
        | assertion.claims.sub | the agent subject of Booking |

    Scenario: The journal records a replaced answer
      Given the next request for T1 is answered with 503
      When "Concierge" asks for T1 for "Booking"
      Then the journal shows for request 1:
        | httpStatus    | 503 |
        | outcome.fault | 503 |

    Scenario: The journal records the request of a machine for its managed identity
      When "concierge-host" asks App Service for a token for the token exchange
      Then request 1 was answered with managed-identity
      And the journal shows for request 1:
        | parameters.resource | api://AzureADTokenExchange      |
        | outcome.claims.azp  | the client id of concierge-host |

    Scenario: The journal records why a machine got no token
      When "concierge-host" asks the instance metadata service for a token for an unknown resource
      Then request 1 was refused under rule "MI-RESOURCE-KNOWN"
