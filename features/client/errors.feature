Feature: What a client reports about a failure
  A caller without a token needs to know why: the error, its number, and the id that lets
  support find the request.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:FAILURE-DETAILS
  Rule: An error names the OAuth error, its numbers and the correlation id

    Scenario: A caller learns why the client got no T1
      Given the blueprint "Concierge" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports "unauthorized_client"
      And its error names AADSTS7000112
      And its error names the status and the correlation id of the refused request

    Scenario: A caller learns why the redemption failed
      Given the agent identity "Booking" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports "unauthorized_client"
      And its error names AADSTS7000112
      And its error names the status and the correlation id of the refused request

    Scenario: A caller learns about a rare refusal
      Given the next redemption is refused with AADSTS700211
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And its error names AADSTS700211
