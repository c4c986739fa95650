Feature: Tokens without a user
  A client that acts in its own name gets a token without a user. A resource that checks scopes
  or users finds none in it.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @live @rule:TOKEN-APP-ONLY
  Rule: A token without a user holds no scopes and says so

    Scenario: No token without a user has scopes or anything of a user
      When the clients of "Contoso" obtain every token
      Then each of them says:
        | scp  | absent |
        | upn  | absent |
        | name | absent |
        | amr  | absent |
        | acr  | absent |

    Scenario: Every token for an assertion is marked as one without a user, and names no roles
      When the clients of "Contoso" obtain every token for an assertion
      Then each of them says:
        | idtyp | app    |
        | roles | absent |
        | wids  | absent |

    Scenario: Every token of an agent identity for Microsoft Graph is marked as one without a user
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them says:
        | idtyp | app |

    Scenario: Every token of a blueprint is marked as one without a user
      When the clients of "Contoso" obtain every token of a blueprint
      Then each of them says:
        | idtyp | app |
