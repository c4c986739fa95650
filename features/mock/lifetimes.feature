Feature: Lifetimes of the tokens of a tenant
  You test renewal with tokens that expire soon, or that are already expired when the tenant
  issues them.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-LIFETIME
  Rule: A test sets how long the tokens of a tenant are valid

    Scenario: T1 expires when its tenant says
      Given "Contoso" issues T1 for 2 minutes
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before it is issued and ends 2 minutes after
      And the answer says:
        | expires_in     | 119 |
        | ext_expires_in | 119 |

    Scenario: The token of an agent identity expires when its tenant says
      Given "Contoso" issues tokens that are not T1 for 2 minutes
      When "Booking" asks for a token for "Orders API"
      Then the token starts 5 minutes before it is issued and ends 2 minutes after

    Scenario: The lifetime of T1 does not apply to other tokens
      Given "Contoso" issues T1 for 2 minutes
      When "Booking" asks for a token for "Orders API"
      Then the token starts 5 minutes before it is issued and ends an hour after

    Scenario: An agent identity cannot redeem T1 that was issued expired
      Given "Contoso" issues T1 that ended 10 minutes ago
      And "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-EXPIRED"

    Scenario: An answer with an expired token gives a lifetime of zero
      Given "Contoso" issues T1 that ended 10 minutes ago
      When "Concierge" asks for T1 for "Booking"
      Then the answer says:
        | expires_in | 0 |

    Scenario: The lifetimes of one tenant do not apply to another
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Fabrikam" issues T1 for 2 minutes
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before it is issued and ends an hour after

    Scenario: A reset restores the usual lifetimes
      Given "Contoso" issues T1 for 2 minutes
      And "Contoso" was reset
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before it is issued and ends an hour after
