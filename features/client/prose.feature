Feature: What a client makes of the prose of a refusal
  The description of an error is for people, and it changes. What a client does and reports
  depends on the members beside it.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:FAILURE-PROSE
  Rule: A client takes what it reports from the members of a refusal, not from its prose

    Scenario: A client reports the numbers of a refusal whose prose has none
      Given the blueprint "Concierge" is disabled
      And every answer of the token endpoint has the prose "Die Anmeldung wurde abgelehnt."
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports "unauthorized_client"
      And its error names AADSTS7000112

    Scenario: A client does not report a number that only the prose has
      Given the blueprint "Concierge" is disabled
      And every answer of the token endpoint has the prose "This is not AADSTS50001, which you may know."
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then its error names AADSTS7000112
      And its error does not name AADSTS50001

  @client @mock @rule:RETRY-REFUSED
  Rule: A client does not retry a refused credential

    Scenario: A client does not retry because the prose of a refusal says so
      Given the blueprint "Concierge" is disabled
      And every answer of the token endpoint has the prose "A transient error has occurred. Please try again."
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And no refused request was sent again
