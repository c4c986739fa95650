Feature: The claims that a request asks for
  A request asks for claims in the parameter claims, as one JSON object: the challenge of a
  refusal, what the client can do, or both merged.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:REQ-CLAIMS
  Rule: The parameter claims is a JSON object

    Scenario Outline: Claims that are <what> are refused
      Given a request of "Booking" for a token for "Microsoft Graph"
      And its "claims" is '<claims>'
      When it is sent
      Then the request is refused under rule "REQ-CLAIMS"

      Examples: what clients make of a challenge by mistake
        | what          | claims                                       |
        | cut off       | {"access_token":                             |
        | a list        | [{"access_token":{}}]                        |
        | in base64     | eyJhY2Nlc3NfdG9rZW4iOnt9fQ                   |
        | two objects   | {"access_token":{}}{"access_token":{}}       |

    Scenario: Claims that nobody knows are no reason to refuse
      Given a request of "Booking" for a token for "Microsoft Graph"
      And its "claims" is '{"userinfo":{"nickname":null}}'
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: Empty claims are none
      Given a request of "Booking" for a token for "Microsoft Graph"
      And its "claims" is ""
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"
