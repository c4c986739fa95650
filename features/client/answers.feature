Feature: How a client handles an answer
  Some answers are not what they seem. A client that passes them on unchecked gives its caller
  nothing.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:ANSWER-WITHOUT-TOKEN
  Rule: An answer without a token is an error

    Scenario Outline: A client reports an error when a request for T1 returns <answer>
      Given every request for T1 is answered with 200 and the body:
        """
        <body>
        """
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

      Examples: RFC 6749 section 5.1: an answer with a token has access_token and token_type
        | answer          | body                                                          |
        | an empty object | {}                                                            |
        | no token        | {"token_type":"Bearer","expires_in":3599}                     |
        | an empty T1     | {"token_type":"Bearer","expires_in":3599,"access_token":""}   |
        | a null T1       | {"token_type":"Bearer","expires_in":3599,"access_token":null} |
        | a page          | <!doctype html><title>Sign in</title>                         |
        | nothing         |                                                               |

    Scenario Outline: A client reports an error when a redemption returns <answer>
      Given every redemption is answered with 200 and the body:
        """
        <body>
        """
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

      Examples: RFC 6749 section 5.1; msal-node 7.2.1 returns an empty token
        | answer                     | body                                                          |
        | an empty object            | {}                                                            |
        | a lifetime without a token | {"token_type":"Bearer","expires_in":3599}                     |
        | an empty token             | {"token_type":"Bearer","expires_in":3599,"access_token":""}   |
        | a null token               | {"token_type":"Bearer","expires_in":3599,"access_token":null} |
        | a page                     | <!doctype html><title>Sign in</title>                         |
        | nothing                    |                                                               |

  @client @mock @rule:ANSWER-UNKNOWN-MEMBERS
  Rule: A client ignores unknown members of an answer

    Scenario: A client accepts tokens from answers with unknown members
      Given every answer of the token endpoint contains unknown members
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:ANSWER-TEXT-LIFETIME
  Rule: A client understands a lifetime written as text

    Scenario: A client accepts tokens from answers that write their lifetime as text
      Given every answer of the token endpoint writes its lifetime as text
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:ANSWER-REDIRECT
  Rule: A redirect carries no credential to another host

    Scenario: A client does not send a redirected request for T1 to the other host
      Given the next request for T1 is redirected to another host
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no request reaches another host

    Scenario: A client does not send a redirected redemption to the other host
      Given the next redemption is redirected to another host
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no request reaches another host
