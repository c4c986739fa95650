Feature: The answer with a token
  The answer says how long a client can keep the token. It contains nothing that would replace
  T1 next time.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-ANSWER
  Rule: A token answer holds four members and no refresh token

    @mock @live
    Scenario: T1 comes with only its type and its lifetime
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the status 200
      And the answer has exactly the members:
        | token_type     |
        | expires_in     |
        | ext_expires_in |
        | access_token   |

    @mock @live
    Scenario Outline: The token of <client> for <resource> comes with only its type and its lifetime
      When <client> asks for a token for <resource>
      Then the answer has exactly the members:
        | token_type     |
        | expires_in     |
        | ext_expires_in |
        | access_token   |

      Examples: captured answers of a real tenant
        | client      | resource           |
        | "Booking"   | "Microsoft Graph"  |
        | "Booking"   | the token exchange |
        | "Concierge" | "Microsoft Graph"  |

    @mock
    Scenario: A token answer counts one second less than the hour
      When "Booking" asks for a token for "Microsoft Graph"
      Then the answer says:
        | token_type | Bearer |
      And the answer says in numbers:
        | expires_in     | 3599 |
        | ext_expires_in | 3599 |
