Feature: The end of a refresh token
  A refresh token lasts while it is used, and while the person, the consent and the sessions that it
  stands for last.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:REFRESH-TIME
  Rule: A refresh token that was not used for 90 days has expired

    Scenario: A refresh token serves after 89 days
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And 89 days have passed
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A refresh token does not serve after 91 days
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And 91 days have passed
      When "Booking" renews the token
      Then the request is refused under rule "REFRESH-TIME"

    Scenario: Who renews in time keeps on
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And 60 days have passed
      And "Booking" has renewed the token and kept the new refresh token
      And 60 days have passed
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

  @mock @rule:REFRESH-USER-KNOWN
  Rule: A refresh token of a deleted user is worth nothing

    Scenario: It serves although another user was deleted
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And the user "Carlos" no longer exists
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: It does not serve when its user was deleted
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And the user "Bea" no longer exists
      When "Booking" renews the token
      Then the request is refused under rule "REFRESH-USER-KNOWN"

  @mock @rule:REFRESH-USER-ENABLED
  Rule: A refresh token of a disabled user is worth nothing

    Scenario: It serves although another user was disabled
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And the user "Carlos" is disabled
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: It does not serve when its user was disabled
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      And the user "Assistant" is disabled
      When "Booking" renews the token
      Then the request is refused under rule "REFRESH-USER-ENABLED"

  @mock @rule:REFRESH-REVOKED
  Rule: A refresh token from before the sessions of its user were revoked is worth nothing

    Scenario: It serves although the sessions of another user were revoked
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And 2 minutes have passed
      And the sessions of "Carlos" have been revoked
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: It does not serve when the sessions of its user were revoked
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And 2 minutes have passed
      And the sessions of "Bea" have been revoked
      When "Booking" renews the token
      Then the request is refused under rule "REFRESH-REVOKED"

    Scenario: One that it brought does not serve either
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And "Booking" has renewed the token and kept the new refresh token
      And 2 minutes have passed
      And the sessions of "Bea" have been revoked
      When "Booking" renews the token
      Then the request is refused under rule "REFRESH-REVOKED"

  @mock @rule:CLIENT-ENABLED
  Rule: A disabled client gets no token

    Scenario: It does not serve when its agent identity was disabled
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And a request of "Booking" that renews the token
      And the administrator has disabled the agent identity "Booking"
      When it is sent
      Then the request is refused under rule "CLIENT-ENABLED"
