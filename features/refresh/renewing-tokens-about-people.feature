Feature: Renewing tokens about people
  With a refresh token an agent identity gets new tokens for the same person without asking the
  person again. It proves itself with a new T1 each time.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-REFRESH
  Rule: A refresh token brings the same client new tokens about the same user

    @mock @live
    Scenario: A renewed token on behalf of a person is of the same person and agent identity
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token
      Then the token says:
        | appid           | the client id of Booking   |
        | oid             | the id of Bea              |
        | idtyp           | user                       |
        | xms_par_app_azp | the client id of Concierge |

    @mock @live
    Scenario: A renewed token of an agent user is of the same agent user
      Given "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      When "Booking" renews the token
      Then the token says:
        | appid       | the client id of Booking |
        | oid         | the id of Assistant      |
        | xms_sub_fct | the facets tenant 13     |

    @mock @live
    Scenario: A refresh token brings a token about its own user, whoever got one later
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And a request of "Booking" that renews the token
      And "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"
      When it is sent
      Then the token says:
        | oid | the id of Bea |

    @mock
    Scenario: A refresh token brings a token about its own person, whoever got one later
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And a request of "Booking" that renews the token
      And "Carlos" has called "Concierge"
      And "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Carlos"
      When it is sent
      Then the token says:
        | oid | the id of Bea |

    @mock
    Scenario: A renewed token keeps the session of the person
      Given "Bea" has called "Concierge"
      And "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token
      Then the token has the same "sid" as that of "Bea"

    @mock
    Scenario: A renewed token outlives the token of the person
      Given "Bea" has called "Concierge" with a token for another 11 minutes
      And "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And 20 minutes have passed
      When "Booking" renews the token
      Then the token says:
        | exp | 3900 to 5700 seconds after its nbf |

    @mock
    Scenario: The answer holds a new refresh token
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token
      Then the answer has at least the members:
        | token_type | scope | expires_in | access_token | refresh_token |
      And the refresh token of the answer is no JWT

    @mock @live
    Scenario: The former refresh token still serves
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And "Booking" has renewed the token
      When "Booking" renews the token
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock
    Scenario: A refresh token brings a token for another resource that was granted
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" renews the token for "Orders API"
      Then a token for "Orders API" is issued to "Booking"

    @mock
    Scenario: A renewed token names what is granted now
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And the administrator has granted "Booking" the scope "Files.Read" of "Microsoft Graph"
      When "Booking" renews the token
      Then the token names the scopes "Files.Read"
