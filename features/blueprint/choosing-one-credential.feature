Feature: Choosing one credential
  A blueprint can have several credentials. It proves itself with any one of them at a time.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:CRED-PRESENT
  Rule: A client presents a credential

    @mock @live
    Scenario: A blueprint that presents a credential gets a token of its own
      Given "Concierge" presents its usual credential
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    @mock @live
    Scenario: A blueprint that presents no credential gets no token
      Given "Concierge" presents no credential
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CRED-PRESENT"

    @mock @live
    Scenario: An agent identity that presents no credential gets no token
      Given "Booking" presents no credential
      When "Booking" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CRED-PRESENT"

    @mock
    Scenario: An empty client secret is no credential
      Given "Concierge" presents an empty client secret
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CRED-PRESENT"

  @mock @live @rule:CRED-SINGLE
  Rule: A request carries exactly one credential

    Scenario Outline: A blueprint with two credentials can present <one of them>
      Given "Concierge" has a certificate
      And "Concierge" presents <one of them>
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

      Examples: documented at learn.microsoft.com, credentials of a blueprint
        | one of them             |
        | its client secret       |
        | a certificate assertion |

    Scenario: A blueprint with two credentials cannot present both at once
      Given "Concierge" has a certificate
      And "Concierge" presents a client secret and a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CRED-SINGLE"
