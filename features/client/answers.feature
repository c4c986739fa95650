Feature: What a client makes of an answer
  Not every answer is what it looks like. A client that passes on what it did not look
  at gives its caller nothing, or the rights of somebody else.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:RESP-1
  Rule: An answer without a token is an error

    Scenario Outline: A request for T1 that is answered with <answer> ends in an error
      Given every request for T1 is answered with 200 and the body:
        """
        <body>
        """
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

      Examples: an answer with a token has access_token and token_type, RFC 6749 section 5.1
        | answer          | body                                                          |
        | an empty object | {}                                                            |
        | no token        | {"token_type":"Bearer","expires_in":3599}                     |
        | an empty T1     | {"token_type":"Bearer","expires_in":3599,"access_token":""}   |
        | a null T1       | {"token_type":"Bearer","expires_in":3599,"access_token":null} |
        | a page          | <!doctype html><title>Sign in</title>                         |
        | nothing         |                                                               |

    Scenario Outline: A redemption that is answered with <answer> ends in an error
      Given every redemption is answered with 200 and the body:
        """
        <body>
        """
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

      Examples: the same, and msal-node 7.2.1 hands out an empty token
        | answer                     | body                                                          |
        | an empty object            | {}                                                            |
        | a lifetime without a token | {"token_type":"Bearer","expires_in":3599}                     |
        | an empty token             | {"token_type":"Bearer","expires_in":3599,"access_token":""}   |
        | a null token               | {"token_type":"Bearer","expires_in":3599,"access_token":null} |
        | a page                     | <!doctype html><title>Sign in</title>                         |
        | nothing                    |                                                               |

  @client @mock @rule:ID-1
  Rule: A token of another agent identity is not handed out

    Scenario: A token of the blueprint is not handed out for one of its agent identities
      Given "Concierge" has obtained a token for "Microsoft Graph"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A token of another agent identity of the blueprint is not handed out
      Given "Billing" has obtained a token for "Microsoft Graph"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

    Scenario: A token of another agent identity for a custom API is not handed out
      Given "Billing" has obtained a token for "Orders API"
      And every redemption is answered with the token obtained last
      When the client under test gets a token for "Orders API" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

  @client @mock @rule:ERR-1
  Rule: An error names error, numbers and correlation id

    Scenario: A caller learns why there is no T1
      Given the blueprint "Concierge" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports "unauthorized_client"
      And its error names AADSTS7000112
      And its error names the correlation id of request 1

    Scenario: A caller learns why T1 was not redeemed
      Given the agent identity "Booking" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports "unauthorized_client"
      And its error names AADSTS7000112
      And its error names the correlation id of request 2
