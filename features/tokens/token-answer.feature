Feature: What comes with a token
  A client learns from the answer how long to keep the token. It gets nothing with
  which it could do without T1 next time.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-ANSWER
  Rule: A token answer holds four members and no refresh token

    @mock @live
    Scenario: T1 comes with its type and its time, and nothing else
      When "Concierge" asks for T1 for "Booking"
      Then the answer has the status 200
      And the answer has exactly the members:
        | token_type     |
        | expires_in     |
        | ext_expires_in |
        | access_token   |

    @mock @live
    Scenario Outline: The token of <client> for <resource> comes with its type and its time, and nothing else
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
