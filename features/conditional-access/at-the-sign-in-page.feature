Feature: Policies at the page where people sign in
  The page asks a person for several factors as soon as a policy demands them, so that the application
  gets tokens that satisfy it. Whom a policy blocks sees so on the page.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And people sign in by pwd

  @mock @rule:LOGIN-STEP-UP
  Rule: A person signs in with several factors where a policy demands them, and the tokens say so

    Scenario: A policy of the API demands several factors
      Given Conditional Access demands several factors of people at "Microsoft Graph"
      When "Intranet" asks "Bea" for consent
      Then the page asks for several factors

    Scenario: The tokens of a person who signed in again name several factors
      Given Conditional Access demands several factors of people at "Microsoft Graph"
      And "Intranet" asks "Bea" for consent
      And "Bea" signs in again
      When "Intranet" redeems the code
      Then the token says:
        | amr | the roles pwd, mfa |

    Scenario: The tokens of a person of whom no policy demands more name one factor
      Given Conditional Access demands several factors of people at "Orders API"
      And "Intranet" has signed "Bea" in
      When "Intranet" redeems the code
      Then the token says:
        | amr | the roles pwd |

    Scenario: An application hands on the challenge that another API answered
      Given Conditional Access demands several factors of people at "Orders API"
      When "Intranet" asks "Bea" to sign in with:
        | claims | {challenge} |
      Then the page asks for several factors

    Scenario: An application asks for an authentication context that a policy guards
      Given Conditional Access demands several factors of people for the context "c1"
      And "Intranet" has signed "Bea" in with:
        | claims | {"access_token":{"acrs":{"essential":true,"value":"c1"}}} |
      And "Bea" signs in again
      When "Intranet" redeems the code
      Then the token says:
        | amr  | the roles pwd, mfa |
        | acrs | the roles p1, c1   |

    Scenario: An application asks for no authentication context
      Given Conditional Access demands several factors of people for the context "c1"
      And "Intranet" has signed "Bea" in
      When "Intranet" redeems the code
      Then the token says:
        | amr  | the roles pwd |
        | acrs | the roles p1  |

    Scenario: A person signs in for a device under a policy
      Given Conditional Access demands several factors of people at "Microsoft Graph"
      And a device of "Kiosk" shows a code
      When "Bea" signs in for the device
      Then the page asks for several factors

    Scenario: A device gets tokens that name several factors
      Given Conditional Access demands several factors of people at "Microsoft Graph"
      And a device of "Kiosk" shows a code
      And "Bea" has signed in for the device
      And "Bea" signs in again
      When the device asks for its tokens
      Then the token says:
        | amr | the roles pwd, mfa |

  @mock @rule:ACCESS-POLICY-BLOCK
  Rule: A policy of Conditional Access that blocks somebody leaves them without a token

    Scenario: A person signs in while a policy blocks another
      Given Conditional Access blocks "Carlos"
      When "Intranet" asks "Bea" to sign in
      Then "Intranet" gets a code

    Scenario: A blocked person signs in at an application
      Given Conditional Access blocks "Bea"
      When "Intranet" asks "Bea" to sign in
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"
      And the person stays on the page

    Scenario: A blocked person signs in for a device
      Given Conditional Access blocks "Bea"
      And a device of "Kiosk" shows a code
      When "Bea" signs in for the device
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"

  @mock @rule:ACCESS-POLICY-MFA
  Rule: Where Conditional Access demands several factors, a sign-in with one brings no token

    Scenario: An application asks silently where no policy demands several factors
      Given Conditional Access demands several factors of people at "Orders API"
      And "Intranet" has signed "Bea" in
      When "Intranet" asks "Bea" to sign in with:
        | prompt | none |
      Then "Intranet" gets a code

    Scenario: An application asks silently where a policy demands several factors
      Given Conditional Access demands several factors of people at "Microsoft Graph"
      And "Intranet" has signed "Bea" in with:
        | scope | api://{Concierge}/access_agent |
      When "Intranet" asks "Bea" to sign in with:
        | prompt | none |
      Then the request is refused under rule "ACCESS-POLICY-MFA"
