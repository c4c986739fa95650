Feature: What a client takes for success
  An answer is a token only as a whole: its status, its type, its lifetime and its body to the
  last byte.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:ANSWER-TOKEN-TYPE
  Rule: A client uses no token of a type that it does not understand

    Scenario Outline: A client returns no token of the type <type>
      Given every answer to a redemption names the token type "<type>"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

      Examples: RFC 6749 section 7.1: a client does not use a type that it does not understand
        | type |
        | mac  |
        | N_A  |

    Scenario: A client redeems no T1 of the type mac
      Given the next answer to a request for T1 says '"mac"' as its "token_type"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And 0 redemptions were received

    Scenario Outline: A client accepts the token type written as <type>
      Given every answer to a redemption names the token type "<type>"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

      Examples: RFC 6749 section 5.1: the type is case insensitive
        | type   |
        | bearer |
        | BEARER |

  @client @mock @rule:ANSWER-STATUS
  Rule: An answer with the status or the members of an error is an error

    Scenario: A client returns no token that comes with a refusal
      Given every redemption is answered with 400 and the body:
        """
        {"error":"invalid_grant","token_type":"Bearer","expires_in":3599,"access_token":"not-a-token"}
        """
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A client presents no T1 that comes with a refusal
      Given every request for T1 is answered with 401 and the body:
        """
        {"error":"invalid_client","token_type":"Bearer","expires_in":3599,"access_token":"not-a-token"}
        """
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And 0 redemptions were received

    Scenario: A client takes an error with the status 200 for an error
      Given every redemption is answered with 200 and the body:
        """
        {"error":"invalid_grant","error_description":"The grant was refused."}
        """
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A client redeems no error with the status 200
      Given every request for T1 is answered with 200 and the body:
        """
        {"error":"invalid_client","error_description":"The client was refused."}
        """
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And 0 redemptions were received

  @client @mock @rule:ANSWER-NO-LIFETIME
  Rule: A token without a usable lifetime is not kept for ever

    Scenario: A client returns no expired token whose lifetime was not given
      Given every answer of the token endpoint lacks its lifetime
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      And 2 hours have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test returned no expired token

    Scenario Outline: A client returns no expired token whose lifetime was given as <lifetime>
      Given every answer of the token endpoint says <lifetime> as its lifetime
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      And 2 hours have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test returned no expired token

      Examples: what no client can count with
        | lifetime |
        | "soon"   |
        | null     |
        | -1       |

  @client @mock @rule:ANSWER-EXTENDED-LIFETIME
  Rule: The extended lifetime of an answer is not the lifetime of its token

    Scenario: A client renews a token although its extended lifetime is longer
      Given every token is issued for 3 seconds with an extended lifetime of a day
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 2 different tokens

    Scenario: A client presents no expired T1 whose extended lifetime is longer
      Given every token is issued for 3 seconds with an extended lifetime of a day
      And the client under test has a token for "Microsoft Graph" as "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test presents no expired assertion
