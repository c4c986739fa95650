Feature: The headers of an answer
  You can trace every answer of the token endpoint, and no cache on the way keeps one.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:ERROR-TRACE
  Rule: A refusal and its headers name the same request

    Scenario: The request id in the header is the trace id in the refusal
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then the header "x-ms-request-id" of the answer is its "trace_id"

    Scenario: The headers of a refused redemption name its request
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for an unknown resource
      Then the header "x-ms-request-id" of the answer is its "trace_id"

  @mock @live @rule:ERROR-CACHE
  Rule: The token endpoint forbids caching of its answers

    Scenario: The token endpoint forbids caching of a refusal
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the headers:
        | cache-control | matching no-store |
        | pragma        | no-cache          |
        | expires       | -1                |

    Scenario: The token endpoint forbids caching of a token
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the headers:
        | cache-control | matching no-store |
        | pragma        | no-cache          |
        | expires       | -1                |

    Scenario: The token endpoint forbids caching of a token of an agent identity
      When "Booking" asks for a token for "Microsoft Graph"
      Then the answer has the headers:
        | cache-control | matching no-store |
        | pragma        | no-cache          |
        | expires       | -1                |

    Scenario: The token endpoint forbids caching of a refused redemption
      Given "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for an unknown resource
      Then the answer has the headers:
        | cache-control | matching no-store |
        | pragma        | no-cache          |
        | expires       | -1                |
