Feature: Lifetimes of the tokens of a tenant
  Renewal is tested with tokens that soon end, or have ended when they are issued.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-LIFETIME
  Rule: A test sets how long the tokens of a tenant are valid

    Scenario: T1 ends when its tenant says
      Given "Contoso" issues T1 for 2 minutes
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before it is issued and ends 2 minutes after
      And the answer says:
        | expires_in     | 119 |
        | ext_expires_in | 119 |

    Scenario: The token of an agent identity ends when its tenant says
      Given "Contoso" issues tokens that are not T1 for 2 minutes
      When "Booking" asks for a token for "Orders API"
      Then the token starts 5 minutes before it is issued and ends 2 minutes after

    Scenario: The lifetime of T1 is not that of other tokens
      Given "Contoso" issues T1 for 2 minutes
      When "Booking" asks for a token for "Orders API"
      Then the token starts 5 minutes before it is issued and ends an hour after

    Scenario: T1 that ended before it was issued is not redeemed
      Given "Contoso" issues T1 that ended 10 minutes ago
      And "Concierge" has obtained T1 for "Booking"
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-EXPIRED"

    Scenario: The answer with a token that has ended says that nothing is left
      Given "Contoso" issues T1 that ended 10 minutes ago
      When "Concierge" asks for T1 for "Booking"
      Then the answer says:
        | expires_in | 0 |

    Scenario: The lifetimes of one tenant are not those of another
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Fabrikam" issues T1 for 2 minutes
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before it is issued and ends an hour after

    Scenario: A reset brings the usual lifetimes back
      Given "Contoso" issues T1 for 2 minutes
      And "Contoso" was reset
      When "Concierge" asks for T1 for "Booking"
      Then the token starts 5 minutes before it is issued and ends an hour after
