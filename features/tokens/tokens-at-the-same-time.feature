Feature: Tokens that are requested at the same time
  A blueprint serves many agent identities, and their requests do not wait for each other. Whoever
  asks at the same time as another one gets its own token and no other.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:TOKEN-T1-SUBJECT
  Rule: The subject of T1 names tenant, blueprint and agent identity

    Scenario: Every T1 names its own agent identity when all are requested at the same time
      When the clients of "Contoso" obtain every T1 at the same time
      Then each of them says:
        | sub | the agent subject of its agent identity |

  @mock @live @rule:TOKEN-AGENT
  Rule: A Graph token of an agent identity names the agent identity and its blueprint

    Scenario: Every Graph token names its own agent identity when all are requested at the same time
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph at the same time
      Then each of them says:
        | appid | the client id of its agent identity |
        | sub   | the client id of its agent identity |

  @mock @live @rule:TOKEN-UNIQUE
  Rule: No two tokens have the same id

    Scenario: Tokens that are requested at the same time have different ids
      When the clients of "Contoso" obtain every token at the same time
      Then no two of them have the same "uti"
