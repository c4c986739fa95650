Feature: Coming back without an answer
  An application that asks for what it cannot have is told so, by the way that it asked for. Nobody is
  sent to an address that the application did not register.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:AUTHORIZE-ERROR-ANSWER
  Rule: A refusal comes back by the same way, with an error and the state

    Scenario Outline: A silent request for nobody is refused by <way>
      When "Intranet" asks "Bea" to sign in with:
        | prompt        | none          |
        | response_mode | <way>         |
        | state         | a%2Bb+c=d&e#f |
      Then the person comes back by <way> with:
        | error             | one of login_required, interaction_required |
        | error_description | matching ^AADSTS50058: .+                   |
        | error_uri?        | matching ^https:                            |
        | state             | a%2Bb+c=d&e#f                               |

      Examples: OAuth 2.0 Multiple Response Type Encoding Practices section 2.1
        | way       |
        | query     |
        | fragment  |
        | form_post |

    Scenario: A request for an API that nobody knows is refused with its own error
      When "Intranet" asks "Bea" to sign in with:
        | scope | api://nobody-knows/read |
      Then the person comes back by query with:
        | error             | invalid_resource           |
        | error_description | matching ^AADSTS500011: .+ |
        | error_uri         | matching 500011$           |
        | state             | a state                    |

    Scenario: A person who declines is sent back with the state
      Given "Intranet" asks "Bea" for consent
      When the person declines
      Then the person comes back by query with:
        | error             | one of consent_required, access_denied |
        | error_description | matching ^AADSTS65004: .+              |
        | error_uri?        | matching ^https:                       |
        | state             | a state                                |

  @mock @rule:AUTHORIZE-REDIRECT
  Rule: The redirect URI is registered for the client

    Scenario Outline: A person is not sent to <address>
      Given people come back to "Intranet" at "https://intranet.example/signed-in"
      When "Intranet" asks "Bea" to sign in with:
        | redirect_uri | <address> |
      Then the request is refused under rule "AUTHORIZE-REDIRECT"
      And the person stays at the page of the identity provider

      Examples: learn.microsoft.com/entra/identity-platform/reply-url; RFC 9700 section 4.1.3
        | address                                                |
        | https://intranet.example/Signed-In                     |
        | https://intranet.example/signed-in/                    |
        | https://intranet.example/signed-in?next=1              |
        | https://intranet.example/signed-in/../elsewhere        |
        | https://intranet.example/                              |
        | https://intranet.example:8443/signed-in                |
        | https://www.intranet.example/signed-in                 |
        | https://intranet.example.elsewhere.example/signed-in   |
        | https://intranet.example@elsewhere.example/signed-in   |
        | https://elsewhere.example/https://intranet.example     |
        | http://intranet.example/signed-in                      |

    Scenario: A person is not sent on for a client that nobody knows
      When "Intranet" asks "Bea" to sign in with:
        | client_id | {nobody} |
      Then the person stays at the page of the identity provider

  @mock @rule:RESOURCE-PARAMETER
  Rule: The parameter resource is the Application ID URI of the resource of the scopes

    Scenario: An application names one API and asks for another when it sends a person
      When "Intranet" asks "Bea" to sign in with:
        | scope    | User.Read                   |
        | resource | api://{Concierge} |
      Then the request is refused under rule "RESOURCE-PARAMETER"
