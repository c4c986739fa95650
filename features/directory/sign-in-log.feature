Feature: The sign-in log
  The directory shows who requested tokens, and which of them are agents.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:SIGNIN-AGENT
  Rule: The sign-in log distinguishes agent identities from blueprints

    Scenario: The sign-in of an agent identity names its kind and its parent
      Given "Booking" has obtained a token for "Orders API"
      When the administrator lists the sign-ins with "$filter=appId eq '{Booking}'"
      Then every listed object says:
        | agent.agentType   | agenticAppInstance         |
        | agent.parentAppId | the client id of Concierge |
        | status.errorCode  | 0                          |

    Scenario: The log names a refused sign-in with its number
      Given the administrator has disabled the agent identity "Booking"
      And "Booking" has asked in vain for a token for "Orders API"
      When the administrator lists the sign-ins with "$filter=appId eq '{Booking}'"
      Then every listed object says:
        | agent.agentType  | agenticAppInstance |
        | status.errorCode | 7000112            |

    Scenario: The sign-in for T1 is one of a blueprint
      Given "Concierge" has obtained T1 for "Booking"
      When the administrator lists the sign-ins with "$filter=appId eq '{Concierge}'"
      Then every listed object says:
        | agent.agentType | agenticApp |

    Scenario: The sign-in of an ordinary application is not one of an agent
      Given "Intranet" has obtained a token for "Orders API"
      When the administrator lists the sign-ins with "$filter=appId eq '{Intranet}'"
      Then every listed object says:
        | agent.agentType | notAgentic |

    Scenario: A filter selects the sign-ins of agents by their kind
      Given "Booking" has obtained a token for "Orders API"
      When the administrator lists the sign-ins with "$filter=agent/agentType eq 'agenticAppInstance'"
      Then every listed object says:
        | appId | the client id of Booking |
