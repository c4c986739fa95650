Feature: What a refusal says
  A refused client learns what was wrong in a form that programs can read. It also gets the
  ids that let the provider find the request in its logs.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:ERROR-BODY
  Rule: A refusal names the error, its numbers, the time and the correlation id

    @mock @live
    Scenario: A refused credential gets an error and a number
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the status 401
      And the answer says:
        | error              | invalid_client |
        | error_codes.length | 1              |
      And the answer says in numbers:
        | error_codes.0 | 7000215 |

    @mock @live
    Scenario: A refusal has exactly these members
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then the answer has exactly the members:
        | error             |
        | error_description |
        | error_codes       |
        | timestamp         |
        | trace_id          |
        | correlation_id    |
        | error_uri         |

    @mock @live
    Scenario: A refusal gives its time in UTC, to the second
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then the answer says:
        | timestamp | matching ^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$ |
        | timestamp | 0 seconds ago                              |

    @mock @live
    Scenario: The description of a refusal repeats its number and its ids
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then the answer says:
        | error_description | matching ^AADSTS7000215: .                |
        | error_description | matching Trace ID: [0-9a-f]{8}-[0-9a-f-]+ |
        | error_description | matching Correlation ID: [0-9a-f]{8}-     |
        | error_description | matching Timestamp: \d{4}-\d\d-\d\d       |
      And the description of the answer repeats its "trace_id" and its "correlation_id"

    @mock
    Scenario: A refusal leads to the page about its number
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then the answer says:
        | error_uri | {origin}/error?code=7000215 |

    @mock
    Scenario: A refusal outside the token endpoint has the same members
      When a client reads "/{nobody}/v2.0/.well-known/openid-configuration"
      Then the answer has exactly the members:
        | error             |
        | error_description |
        | error_codes       |
        | timestamp         |
        | trace_id          |
        | correlation_id    |
        | error_uri         |

  @mock @live @rule:ERROR-CORRELATION
  Rule: A refusal repeats the correlation id of its request

    Scenario: A refusal repeats the correlation id from the header of its request
      Given "Concierge" presents a client secret it never had
      And a request of "Concierge" for T1 for "Booking"
      And its header "client-request-id" is "{nobody}"
      When it is sent
      Then the answer says:
        | correlation_id | {nobody} |

    Scenario: A refusal repeats the correlation id from the form of its request
      Given "Concierge" presents a client secret it never had
      And a request of "Concierge" for T1 for "Booking"
      And its "client-request-id" is "{nobody}"
      When it is sent
      Then the answer says:
        | correlation_id | {nobody} |

    Scenario: A client can request its correlation id in a header
      Given "Concierge" presents a client secret it never had
      And a request of "Concierge" for T1 for "Booking"
      And its header "client-request-id" is "{nobody}"
      And its header "return-client-request-id" is "true"
      When it is sent
      Then the answer has the headers:
        | client-request-id | {nobody} |

    Scenario: A request without a correlation id gets one
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then the answer says:
        | correlation_id | matching ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$ |
      And the trace id and the correlation id of the answer differ
