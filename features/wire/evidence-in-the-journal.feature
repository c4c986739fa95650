Feature: What the journal shows of a request
  The journal shows how a client made a request: where, with which credentials, and what it
  put in the wrong place.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-JOURNAL
  Rule: The journal records every decision and hides every secret

    Scenario: The journal names every credential of a request
      Given "Concierge" presents its client secret both in the form and by HTTP Basic
      When "Concierge" asks for T1 for "Booking"
      Then the journal shows for request 1:
        | credentials.0      | client_secret              |
        | credentials.1      | basic                      |
        | credentials.length | 2                          |
        | basicClientId      | the client id of Concierge |

    Scenario: The journal shows every value of a repeated parameter
      Given a request of "Concierge" for T1 for "Booking"
      And its "client_secret" is repeated
      When it is sent
      Then the journal shows for request 1:
        | repeatedParameters.0     | client_secret              |
        | repeatedParameters.length | 1                         |
        | credentials.length       | 2                          |
        | parameters.client_id     | the client id of Concierge |
        | parameters.client_secret | hidden                     |

    Scenario: The journal names and hides a secret in the URL
      Given a request of "Concierge" for T1 for "Booking"
      And its path is "/{Contoso}/oauth2/v2.0/token?client-request-id=1&client_secret=canary"
      When it is sent
      Then the journal shows for request 1:
        | query.client-request-id | 1             |
        | query.client_secret     | hidden        |
        | credentialsInUrl.0      | client_secret |
        | credentialsInUrl.length | 1             |

    Scenario: The journal shows an unfilled client secret as it is
      Given a request of "Concierge" for T1 for "Booking"
      And its "client_secret" is "undefined"
      When it is sent
      Then the journal shows for request 1:
        | parameters.client_secret | undefined |

    Scenario: The journal hides a client secret in place of the scope
      Given a request of "Concierge" for T1 for "Booking"
      And its "scope" is the client secret of "Concierge"
      When it is sent
      Then request 1 says:
        | scope | hidden |
      And the journal contains no secret

    Scenario: The journal shows where a request went and how long its token is valid
      When "Concierge" asks for T1 for "Booking"
      Then the journal shows for request 1:
        | tenantId    | the tenant id of Contoso                |
        | endpoint    | token                                   |
        | host        | matching ^(localhost\|127\.0\.0\.1)(:\d+)?$ |
        | contentType | matching ^application/x-www-form-urlencoded |
        | expiresIn   | 3599                                    |

    Scenario Outline: The journal records a request for <what>
      When a client reads "<path>"
      Then the journal has 1 request for <endpoint>
      And 0 requests were received

      Examples: what clients request besides tokens
        | what                    | path                                                                                       | endpoint  |
        | a discovery document    | /{Contoso}/v2.0/.well-known/openid-configuration                                           | discovery |
        | a key set               | /{Contoso}/discovery/v2.0/keys                                                             | keys      |
        | instance discovery      | /common/discovery/instance?authorization_endpoint={origin}/{Contoso}/oauth2/v2.0/authorize | instance  |
