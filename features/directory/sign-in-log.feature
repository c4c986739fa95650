Feature: The sign-in log
  The directory tells who asked for tokens, and which of them are agents.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:SIGNIN-AGENT
  Rule: The sign-in log distinguishes agent identities from blueprints

    Scenario: A token of an agent identity is told as that of an agent with its parent
      Given "Booking" has obtained a token for "Orders API"
      When the administrator lists the sign-ins with "$filter=appId eq '{Booking}'"
      Then each of what is listed says:
        | agent.agentType   | agenticAppInstance         |
        | agent.parentAppId | the client id of Concierge |
        | status.errorCode  | 0                          |

    Scenario: T1 is told as that of a blueprint
      Given "Concierge" has obtained T1 for "Booking"
      When the administrator lists the sign-ins with "$filter=appId eq '{Concierge}'"
      Then each of what is listed says:
        | agent.agentType | agenticApp |

    Scenario: A token of an ordinary application is told as no agent's
      Given "Intranet" has obtained a token for "Orders API"
      When the administrator lists the sign-ins with "$filter=appId eq '{Intranet}'"
      Then each of what is listed says:
        | agent.agentType | notAgentic |

    Scenario: Sign-ins of agents are selected by their kind
      Given "Booking" has obtained a token for "Orders API"
      When the administrator lists the sign-ins with "$filter=agent/agentType eq 'agenticAppInstance'"
      Then each of what is listed says:
        | appId | the client id of Booking |
