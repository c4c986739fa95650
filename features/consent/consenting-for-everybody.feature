Feature: Consenting for everybody
  An administrator allows a client something for every user of the tenant, or declines.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:ADMIN-CONSENT-ADMINISTRATOR
  Rule: Only an administrator consents for everybody

    Scenario: An administrator is asked
      When "Intranet" sends "Ada" to consent for everybody
      Then the page asks an administrator

    Scenario: Somebody else is asked
      When "Intranet" sends "Bea" to consent for everybody
      Then the request is refused under rule "ADMIN-CONSENT-ADMINISTRATOR"

  @mock @rule:ADMIN-CONSENT-SCOPE
  Rule: A request for admin consent names what it asks for, in scope or in role

    Scenario: An application asks for a role of its own
      When "Intranet" sends "Ada" to consent for everybody with:
        | scope | absent                                    |
        | role  | https://graph.microsoft.com/User.Read.All |
      Then the page asks an administrator

    Scenario: An application asks for nothing
      When "Intranet" sends "Ada" to consent for everybody with:
        | scope | absent |
      Then the request is refused under rule "ADMIN-CONSENT-SCOPE"

  @mock @rule:ADMIN-CONSENT-ROLE-KNOWN
  Rule: A request for admin consent names only roles that the API has

    Scenario: An application asks for a role that Microsoft Graph has
      When "Intranet" sends "Ada" to consent for everybody with:
        | role | https://graph.microsoft.com/User.Read.All |
      Then the page asks an administrator

    Scenario: An application asks for a role that nobody knows
      When "Intranet" sends "Ada" to consent for everybody with:
        | role | https://graph.microsoft.com/User.Guess.All |
      Then the request is refused under rule "ADMIN-CONSENT-ROLE-KNOWN"

  @mock @rule:ADMIN-CONSENT-GIVEN
  Rule: An administrator who declines gives the client nothing

    Scenario: An administrator accepts
      Given "Intranet" asks "Ada" to consent for everybody
      When the person accepts
      Then the client is told that everybody may:
        | scope | https://graph.microsoft.com/Mail.Read |

    Scenario: An administrator declines
      Given "Intranet" asks "Ada" to consent for everybody
      When the person declines
      Then the request is refused under rule "ADMIN-CONSENT-GIVEN"

  @mock @rule:ADMIN-CONSENT-ANSWER
  Rule: A client hears what an administrator allowed, in which tenant, and its own state

    Scenario: An administrator allows two permissions
      Given "Intranet" asks "Ada" to consent for everybody with:
        | scope | https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/Calendars.Read |
      When the person accepts
      Then the client is told that everybody may:
        | scope | https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/Calendars.Read |
        | state | a state                                                                          |

    Scenario: The answer to an administrator carries nothing else
      Given "Intranet" asks "Ada" to consent for everybody
      When the person accepts
      Then the person comes back by query with:
        | admin_consent | True                                  |
        | tenant        | the tenant id of Contoso              |
        | scope         | https://graph.microsoft.com/Mail.Read |
        | state         | a state                               |

    Scenario: An administrator who declines is sent back with the reason
      Given "Intranet" asks "Ada" to consent for everybody
      When the person declines
      Then the person comes back by query with:
        | admin_consent     | True                      |
        | error             | consent_required          |
        | error_description | matching ^AADSTS65004: .+ |
        | state             | a state                   |

    Scenario: An administrator is not sent to an address that nobody registered
      When "Intranet" sends "Ada" to consent for everybody with:
        | redirect_uri | https://elsewhere.example/ |
      Then the request is refused under rule "AUTHORIZE-REDIRECT"
      And the person stays at the page of the identity provider
