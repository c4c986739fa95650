Feature: Refusals and broken connections on demand
  A test can give a client any refusal of Microsoft Entra, and connections that end early,
  whatever the client requested.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-REFUSE
  Rule: A test can make the mock answer with a refusal of the catalogue

    Scenario Outline: A test can make the mock refuse a request with AADSTS<number>
      Given the next request for T1 is refused with AADSTS<number>
      When "Concierge" asks for T1 for "Booking"
      Then the answer says:
        | error             | <error>                                |
        | error_codes.0     | <number>                               |
        | error_description | matching ^AADSTS<number>: .+Trace ID: |
        | timestamp         | 0 seconds ago                          |

      Examples: the catalogue
        | number  | error               |
        | 700016  | unauthorized_client |
        | 7000222 | invalid_client      |
        | 501051  | invalid_grant       |

    Scenario: A requested refusal names no rule, because the request broke none
      Given the next request for T1 is refused with AADSTS7000222
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the headers:
        | x-mock-rule | absent |

    Scenario: The journal records that a test requested the refusal
      Given the next request for T1 is refused with AADSTS7000222
      When "Concierge" asks for T1 for "Booking"
      Then the journal shows for request 1:
        | httpStatus          | 401                                                 |
        | outcome.fault       | 401                                                 |
        | outcome.description | refused with AADSTS7000222 by request of the test |

  @mock @rule:TOOL-CONNECTION
  Rule: A test can make a connection end early

    Scenario: A test can leave a request without an answer
      Given the next request for T1 gets no answer
      When "Concierge" tries to ask for T1 for "Booking"
      Then no answer came

    Scenario: A test can cut off an answer in the middle
      Given the next answer to a request for T1 breaks off
      When "Concierge" tries to ask for T1 for "Booking"
      Then the answer broke off

    Scenario: The journal records a request without an answer
      Given the next request for T1 gets no answer
      When "Concierge" tries to ask for T1 for "Booking"
      Then the journal shows for request 1:
        | httpStatus          | 0                                   |
        | outcome.description | connection closed without an answer |

    Scenario: The journal records the token in a truncated answer
      Given the next answer to a request for T1 breaks off
      When "Concierge" tries to ask for T1 for "Booking"
      Then request 1 was answered with t1
      And the journal shows for request 1:
        | fault | connection closed after half of the body |

    Scenario: The mock answers the request after a broken one
      Given the next request for T1 gets no answer
      And "Concierge" has tried to ask for T1 for "Booking"
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"
