Feature: What a client sends
  A client requests T1 in the name of the blueprint and redeems it in the name of the agent
  identity. It does not mix the two requests.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:LEG-FMI-PATH
  Rule: A client sends the fmi_path of the agent identity once, with the request for T1

    Scenario: The request for T1 names the blueprint as its client and the agent identity as its fmi_path
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request for T1 says:
        | client_id  | the client id of Concierge |
        | fmi_path   | the client id of Booking   |
        | grant_type | client_credentials         |
      And the client under test has 1 token

    Scenario: The request that redeems T1 has no fmi_path
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no redemption contains "fmi_path"
      And the client under test sends fmi_path once, and only for T1

    Scenario: The fmi_path is not part of the URL path
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request for T1 is posted to the token endpoint of "Contoso"

    Scenario: Each request for T1 names its own agent identity
      When the client under test gets a token for "Microsoft Graph" as "Billing"
      Then every request for T1 says:
        | fmi_path | the client id of Billing |

  @client @mock @rule:LEG-CREDENTIAL
  Rule: The blueprint credential obtains T1, and T1 alone obtains the agent token

    Scenario: A client redeems T1 for a token of the agent identity
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
      And every redemption presents the T1 of "Booking"

    Scenario: A client sends the client secret of the blueprint only for T1
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no redemption contains "client_secret"
      And the client under test has 1 token

    Scenario: The agent identity presents the T1 that names it
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every redemption says:
        | client_id             | the client id of Booking                               |
        | client_assertion      | hidden                                                 |
        | client_assertion_type | urn:ietf:params:oauth:client-assertion-type:jwt-bearer |
      And every redemption presents the T1 of "Booking"
      And only the agent identity that T1 names presents it

    Scenario: A blueprint with a certificate signs the request for T1 and not the redemption
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every request for T1 is signed by "Concierge"
      And every redemption presents the T1 of "Booking"
      And the client under test has a token for "Microsoft Graph" of "Booking"

  @client @mock @rule:LEG-SCOPE
  Rule: A client requests T1 for the token exchange, and the agent token for the resource

    Scenario: A client names the resource when it redeems T1
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then every redemption says:
        | scope | matching ^https://graph\.microsoft\.com/\.default\b |
      And every step requests its own audience

    Scenario: A client names a custom API when it redeems T1
      When the client under test gets a token for "Orders API" as "Booking"
      Then every step requests its own audience
      And the client under test has a token for "Orders API" of "Booking"
