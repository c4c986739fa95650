Feature: Signing in by a name that means every tenant
  An application that people of many tenants use need not know the tenant of a person: it sends
  everybody to common or organizations, and the account that they pick decides.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:CLIENT-MULTITENANT
  Rule: Only a client that many tenants may use comes by common or organizations

    Scenario Outline: An application of many tenants sends a person to <tenants>
      Given people of many tenants use "Intranet"
      When "Intranet" asks "Bea" to sign in with:
        | tenant | <tenants> |
      Then "Intranet" gets a code

      Examples: documented in howto-convert-app-to-be-multi-tenant
        | tenants       |
        | common        |
        | organizations |

    Scenario: An application redeems at common the code that it got there
      Given people of many tenants use "Intranet"
      And "Intranet" has signed "Bea" in with:
        | tenant | common |
      When "Intranet" redeems the code with:
        | tenant | common |
      Then the token says:
        | tid | the tenant id of Contoso |

    Scenario: An application renews at organizations the tokens that it got at common
      Given people of many tenants use "Intranet"
      And "Intranet" has signed "Bea" in with:
        | tenant | common |
      And "Intranet" has redeemed the code
      When "Intranet" renews the token with:
        | tenant | organizations |
      Then the token says:
        | tid | the tenant id of Contoso |

    Scenario Outline: An application of one tenant sends a person to <tenants>
      When "Intranet" asks "Bea" to sign in with:
        | tenant | <tenants> |
      Then the request is refused under rule "CLIENT-MULTITENANT"

      Examples: captured at common, inferred at organizations
        | tenants       |
        | common        |
        | organizations |

    Scenario: An application of one tenant redeems its code at common
      Given "Intranet" has signed "Bea" in
      When "Intranet" redeems the code with:
        | tenant | common |
      Then the request is refused under rule "CLIENT-MULTITENANT"
