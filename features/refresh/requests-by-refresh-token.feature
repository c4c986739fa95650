Feature: Requests by refresh token
  A refresh token serves only whom it was issued to, and only with a proof of the client beside it.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:REFRESH-PRESENT
  Rule: A refresh request carries a refresh token

    Scenario: A request with a refresh token is served
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A request without one is refused
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      And a request of "Booking" that renews the token
      And it lacks "refresh_token"
      When it is sent
      Then the request is refused under rule "REFRESH-PRESENT"

  @rule:REFRESH-KNOWN
  Rule: A refresh token is one that the tenant issued

    @mock
    Scenario: A refresh token of another tenant does not serve
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Outpost" renews the token
      Then the request is refused under rule "REFRESH-KNOWN"

    @mock @live
    Scenario: A refresh token as the tenant issued it serves
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario Outline: What the tenant did not issue does not serve: <text>
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      And a request of "Booking" that renews the token
      And its "refresh_token" is "<text>"
      When it is sent
      Then the request is refused under rule "REFRESH-KNOWN"

      Examples: RFC 6749 section 5.2
        | text              |
        | 1.AnobodysToken   |
        | undefined         |

    @mock @live
    Scenario Outline: A refresh token <otherwise written> does not serve
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      And a request of "Booking" that renews the token
      And its "refresh_token" is <otherwise written>
      When it is sent
      Then the request is refused under rule "REFRESH-KNOWN"

      Examples: RFC 6749 section 10.4, nobody guesses or alters a refresh token
        | otherwise written |
        | in lower case     |
        | cut in half       |
        | sent twice in one |

    @mock @live
    Scenario: An access token is no refresh token
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      And a request of "Booking" that renews the token
      And "Booking" has obtained a token for "Microsoft Graph" as "Assistant"
      And its "refresh_token" is the token obtained last
      When it is sent
      Then the request is refused under rule "REFRESH-KNOWN"

  @rule:REFRESH-CLIENT
  Rule: A refresh token is used by the client that it was issued to

    @mock @live
    Scenario: The agent identity that got the refresh token uses it
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario Outline: <another client> does not use the refresh token of "Booking"
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      When <another client> renews the token
      Then the request is refused under rule "REFRESH-CLIENT"

      Examples: RFC 6749 section 6, the refresh token is bound to the client
        | another client |
        | "Billing"      |
        | "Parcel"       |
        | "Concierge"    |

    @mock
    Scenario: An application does not use the refresh token of an agent identity
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Intranet" renews the token
      Then the request is refused under rule "REFRESH-CLIENT"
