Feature: User information
  A client asks Microsoft Graph who the user of its token is.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:USERINFO-SCOPE
  Rule: User information needs a token of a user with the scope openid

    Scenario: A client has a token with the scope openid
      When a client asks who "Bea" is, with a token for "openid"
      Then the client is told who it is

    Scenario: A client has a token without the scope openid
      When a client asks who "Bea" is, with a token for "User.Read"
      Then the request is refused under rule "USERINFO-SCOPE"

    Scenario: A client has a token without a user
      When a client asks who it is, with a token of its own
      Then the request is refused under rule "USERINFO-SCOPE"

  @mock @rule:USERINFO-ANSWER
  Rule: User information says the subject, and the name where the scope profile allows it

    Scenario: A client has the scope profile
      When a client asks who "Bea" is, with a token for "openid profile"
      Then the answer says:
        | sub  | matching ^[\w-]{43}$ |
        | name | Bea Baker            |

    Scenario: A client has the scope openid alone
      When a client asks who "Bea" is, with a token for "openid"
      Then the answer says:
        | sub  | matching ^[\w-]{43}$ |
        | name | absent               |
