Feature: Sessions and subjects of users
  A token about a person belongs to the session in which the person called, and ends with it. Each
  application knows a user by a subject of its own, always the same.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-SESSION
  Rule: A token on behalf of a user belongs to the session in which the user called

    @mock @live
    Scenario: Every Graph token about a person is of the session of that person
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them is of the session in which its user called

    @mock
    Scenario: Every token for an API about a person is of the session of that person
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user for an API
      Then each of them is of the session in which its user called

    @mock
    Scenario: An id_token is of the session of the token beside it
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them and the id_token beside it agree in "sid"

  @rule:TOKEN-PAIRWISE
  Rule: The subject of a user differs from one application to the next

    @mock @live
    Scenario: Microsoft Graph knows every user by one subject, first, second and renewed
      Given the agents of "Contoso" have obtained every token about a user for Microsoft Graph
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each user has one "sub" of its own at each resource
      And each of them says:
        | sub | another than its oid |
      And the id_token beside each of them says:
        | sub | another than its oid |

    @mock
    Scenario: Every resource knows every user by a subject of its own
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user
      Then each user has one "sub" of its own at each resource

  @rule:TOKEN-OBO-LIFETIME
  Rule: A token on behalf of a user ends no later than the token of the user

    @mock @live
    Scenario: No Graph token on behalf of a person outlives the token of the person
      When the agents of "Contoso" obtain every token on behalf of a person for Microsoft Graph
      Then none of them outlives the token with which its user called

    @mock
    Scenario: No token for an API on behalf of a person outlives the token of the person
      Given "Bea" has called "Concierge" with a token for another 11 minutes
      And "Carlos" has called "Concierge" with a token for another 12 minutes
      And the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token on behalf of a person
      Then none of them outlives the token with which its user called
