Feature: Refusals and connections at will
  A client meets any refusal that Microsoft Entra has, and connections that end too
  early, whatever its request was.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-REFUSE
  Rule: A test can make the mock answer with a refusal of the catalogue

    Scenario Outline: A request is refused with AADSTS<number> because a test asks for it
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

    Scenario: A refusal that a test asked for names no rule, because none was broken
      Given the next request for T1 is refused with AADSTS7000222
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the headers:
        | x-mock-rule | absent |

    Scenario: The journal tells that a test asked for the refusal
      Given the next request for T1 is refused with AADSTS7000222
      When "Concierge" asks for T1 for "Booking"
      Then the journal says of request 1:
        | httpStatus          | 401                                                 |
        | outcome.fault       | 401                                                 |
        | outcome.description | refused with AADSTS7000222 by request of the test |

  @mock @rule:TOOL-CONNECTION
  Rule: A test can make a connection end early

    Scenario: A request is left without an answer
      Given the next request for T1 is left without an answer
      When "Concierge" tries to ask for T1 for "Booking"
      Then no answer came

    Scenario: An answer breaks off in the middle
      Given the next answer to a request for T1 breaks off
      When "Concierge" tries to ask for T1 for "Booking"
      Then the answer broke off

    Scenario: The journal tells of a request that was left without an answer
      Given the next request for T1 is left without an answer
      When "Concierge" tries to ask for T1 for "Booking"
      Then the journal says of request 1:
        | httpStatus          | 0                                   |
        | outcome.description | connection closed without an answer |

    Scenario: The journal tells of the token in an answer that broke off
      Given the next answer to a request for T1 breaks off
      When "Concierge" tries to ask for T1 for "Booking"
      Then request 1 was answered with t1
      And the journal says of request 1:
        | fault | connection closed after half of the body |

    Scenario: The request after a broken one is answered
      Given the next request for T1 is left without an answer
      And "Concierge" has tried to ask for T1 for "Booking"
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"
