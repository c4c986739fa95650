Feature: What a client makes of an answer that is half a success
  A token may stand where none belongs: under the status of an error, or in another member or
  form.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:ANSWER-WITHOUT-TOKEN
  Rule: An answer without a token is an error

    Scenario Outline: A client takes <answer> for no token
      Given every redemption is answered with 200 and the body:
        """
        <body>
        """
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the client under test has 0 tokens

      Examples: RFC 6749 section 5.1: an object whose access_token is text
        | answer      | body                                                                     |
        | an array    | [{"token_type":"Bearer","expires_in":3599,"access_token":"not-a-token"}] |
        | an id token | {"token_type":"Bearer","expires_in":3599,"id_token":"not-a-token"}       |

  @client @mock @rule:FAILURE-DETAILS
  Rule: An error names the OAuth error, its numbers and the correlation id

    Scenario: A caller learns why a second call failed for another reason
      Given the next redemption is refused with AADSTS700211
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking"
      And the blueprint "Concierge" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then its error names AADSTS7000112
      And its error names the status and the correlation id of the refused request
