Feature: Whom consent concerns
  A person consents for themselves, to one application. An administrator consents for everybody, to
  what was asked.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:CONSENT-OF-ONE
  Rule: What one person consented to counts for that person and that application alone

    Scenario: A person who consented is not asked again
      Given "Intranet" has signed "Bea" in with:
        | scope | Mail.Read |
      When "Intranet" sends the person to sign in with:
        | scope  | Mail.Read |
        | prompt | none      |
      Then "Intranet" gets a code

    Scenario: A person is asked although another person consented
      Given "Intranet" has signed "Bea" in with:
        | scope | Mail.Read |
      And the person goes on in another browser
      And "Intranet" has signed "Carlos" in
      When "Intranet" sends the person to sign in with:
        | scope | Mail.Read |
      Then the page asks for consent

    Scenario: A person is asked for another application
      Given "Intranet" has signed "Bea" in with:
        | scope | Mail.Read |
      When "Desk" sends the person to sign in with:
        | scope | Mail.Read |
      Then the page asks for consent

    Scenario: A person is asked for another permission
      Given "Intranet" has signed "Bea" in with:
        | scope | Mail.Read |
      When "Intranet" sends the person to sign in with:
        | scope | Calendars.Read |
      Then the page asks for consent

    Scenario: A person who consents to one more keeps what they consented to
      Given "Intranet" has signed "Bea" in with:
        | scope | Mail.Read |
      And "Intranet" has signed "Bea" in with:
        | scope | Calendars.Read |
      When "Intranet" sends the person to sign in with:
        | scope  | Mail.Read Calendars.Read |
        | prompt | none                     |
      Then "Intranet" gets a code

    Scenario: A person who declined is asked again
      Given "Intranet" asks "Bea" for consent
      And the person declines
      When "Intranet" sends the person to sign in with:
        | scope | User.Read openid offline_access |
      Then the page asks for consent

  @mock @rule:CONSENT-OF-ALL
  Rule: What an administrator consented to counts for every user, and nothing else does

    Scenario: Nobody is asked for what an administrator allowed
      Given "Intranet" asks "Ada" to consent for everybody
      And the person accepts
      And the person goes on in another browser
      And "Intranet" has signed "Carlos" in
      When "Intranet" sends the person to sign in with:
        | scope  | Mail.Read |
        | prompt | none      |
      Then "Intranet" gets a code

    Scenario Outline: A person is asked for <scope> after an administrator <decided>
      Given "Desk" asks "Ada" to consent for everybody with:
        | redirect_uri | http://localhost |
      And the person <decides>
      And the person goes on in another browser
      And "Desk" has signed "Carlos" in with:
        | scope | openid |
      When "Desk" sends the person to sign in with:
        | scope | <scope> |
      Then the page asks for consent

      Examples: learn.microsoft.com/entra/identity-platform/v2-admin-consent
        | decided               | decides  | scope                          |
        | declined it           | declines | Mail.Read                      |
        | allowed something else | accepts  | Calendars.Read                 |
        | allowed something else | accepts  | User.Read                      |
        | allowed something else | accepts  | api://{Concierge}/access_agent |

    Scenario: What an administrator allows is added to what was allowed
      Given "Intranet" asks "Ada" to consent for everybody
      And the person accepts
      And "Intranet" asks "Ada" to consent for everybody with:
        | scope | https://graph.microsoft.com/Calendars.Read |
      And the person accepts
      And the person goes on in another browser
      And "Intranet" has signed "Carlos" in
      When "Intranet" sends the person to sign in with:
        | scope  | Mail.Read Calendars.Read |
        | prompt | none                     |
      Then "Intranet" gets a code

    Scenario: An application has the role that an administrator allowed
      Given "Intranet" asks "Ada" to consent for everybody with:
        | scope | absent                                    |
        | role  | https://graph.microsoft.com/User.Read.All |
      And the person accepts
      When "Intranet" asks for a token for "Microsoft Graph"
      Then the token says:
        | roles | with User.Read.All |
