Feature: Faults of a tenant
  To test how a client handles failures, a test replaces, changes or cuts off answers. It sets
  a fault in advance, and the fault ends after the requests it is for.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOOL-FAULT
  Rule: A fault applies to the requests it is for, as often as the test says

    Scenario: Faults apply in the order in which a test sets them
      Given the next request for T1 is answered with 500
      And the next request for T1 is answered with 503
      When "Concierge" asks 3 times for T1 for "Booking"
      Then the requests were answered with:
        | 500 | 503 | 200 |

    Scenario: A fault applies to as many requests as the test says
      Given the next 2 requests for T1 are answered with 503
      When "Concierge" asks 3 times for T1 for "Booking"
      Then the requests were answered with:
        | 503 | 503 | 200 |

    Scenario: A fault does not apply to the requests before its own
      Given after 1 request for T1 the next 2 are answered with 503
      When "Concierge" asks 4 times for T1 for "Booking"
      Then the requests were answered with:
        | 200 | 503 | 503 | 200 |

    Scenario: A fault for the second request leaves the first to another fault
      Given after 1 request for T1 the next 1 is answered with 503
      And the next request for T1 is answered with 500
      When "Concierge" asks 3 times for T1 for "Booking"
      Then the requests were answered with:
        | 500 | 503 | 200 |

    Scenario: A fault for one client does not apply to another
      Given the next request of "Courier" is answered with 503
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A fault for the published keys does not apply to token requests
      Given the next request for the published keys is answered with 503
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A fault for the published keys applies to a request for them
      Given the next request for the published keys is answered with 503
      When a client reads "/{Contoso}/discovery/v2.0/keys"
      Then the request was answered with 503

    Scenario: A fault for instance discovery applies to a question about the tenant
      Given the next request for instance discovery is answered with 502
      When a client reads "/common/discovery/instance?api-version=1.1&authorization_endpoint={origin}/{Contoso}/oauth2/v2.0/authorize"
      Then the request was answered with 502

  @mock @rule:TOOL-CHANGE
  Rule: A changed answer contains a token that the mock really issued

    Scenario: A test can change a member of an answer
      Given the next answer to a request for T1 says '"3599"' as its "expires_in"
      When "Concierge" asks for T1 for "Booking"
      Then the answer says in text:
        | expires_in | 3599 |
      And T1 for "Booking" is issued to "Concierge"

    Scenario: A test can remove a member of an answer
      Given the next answer to a request for T1 lacks its "token_type"
      When "Concierge" asks for T1 for "Booking"
      Then the answer has exactly the members:
        | expires_in     |
        | ext_expires_in |
        | access_token   |

    Scenario: The journal records the token and the change
      Given the next answer to a request for T1 lacks its "token_type"
      When "Concierge" asks for T1 for "Booking"
      Then request 1 was answered with t1
      And the journal shows for request 1:
        | fault | member token_type removed |
