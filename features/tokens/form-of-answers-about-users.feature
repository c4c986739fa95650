Feature: The form of answers about users
  An answer about a user is JSON that nobody keeps, says for how long its token holds, and is the same
  when a token is renewed.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:TOKEN-PAIRWISE
  Rule: The subject of a user differs from one application to the next

    Scenario: An agent identity knows a user by the subject that its Graph token tells of
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the subject at the client is the subject of the id_token beside each of them

  @mock @live @rule:TOKEN-REFRESH
  Rule: A refresh token brings the same client new tokens about the same user

    Scenario: A renewal brings all that the first request brought
      When the agents of "Contoso" obtain every renewed token for Microsoft Graph
      Then the answer with each of them says:
        | token_type    | matching ^[Bb]earer$ |
        | scope         | matching User.Read |
        | refresh_token | present              |
        | id_token      | present              |
        | client_info   | present              |

  @mock @live @rule:TOKEN-ANSWER-TYPES
  Rule: A token answer is JSON with the types of RFC 6749

    Scenario: The answer with every token about a user is JSON that nobody keeps
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the members of the answer with each of them have these types:
        | a text         | access_token token_type   |
        | a whole number | expires_in ext_expires_in |
      And the answer with each of them has the headers:
        | content-type  | matching ^application/json(;\|$) |
        | cache-control | matching no-store                |
        | pragma        | no-cache                         |

  @mock @live @rule:ERROR-CACHE
  Rule: The token endpoint forbids caching of its answers

    Scenario: The token endpoint forbids caching of every token about a user
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the answer with each of them has the headers:
        | cache-control | matching no-store |
        | pragma        | no-cache          |
        | expires       | -1                |

  @rule:TOKEN-ANSWER-LIFETIME
  Rule: A token answer says for how long its token still holds

    @mock @live
    Scenario: The answer with every token about a user counts the seconds that are left
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the answer with each of them says for how long it still holds

    @mock
    Scenario: The answer with a token that ends with the token of the person counts its seconds
      Given "Bea" has called "Concierge" with a token for another 11 minutes
      And "Carlos" has called "Concierge" with a token for another 12 minutes
      When the agents of "Contoso" obtain every token on behalf of a person for Microsoft Graph
      Then the answer with each of them says for how long it still holds

  @mock @live @rule:TOKEN-SIGNATURE
  Rule: A token is signed with a published key

    Scenario: The id_token beside every token verifies with a published key
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the id_token beside each of them is signed with a published key
