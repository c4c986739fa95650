Feature: Where a client takes its credentials
  A redirect, a discovery document or a mistake can lead a client to another place. It takes no
  credential and no T1 there, whatever led it.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:AUTHORITY-CREDENTIAL
  Rule: A credential or T1 goes to the token endpoint of the authority and nowhere else

    Scenario: A client that gets a token takes its credentials to the token endpoint alone
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has 1 token
      And no credential leaves the token endpoint of the authority

    Scenario: A refused client takes its credentials to the token endpoint alone
      Given the blueprint "Concierge" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no credential leaves the token endpoint of the authority

    Scenario Outline: A client does not follow a redirect by <status> of a request for T1 to another port
      Given the next request for T1 is redirected by <status> to another port
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no credential leaves the token endpoint of the authority

      Examples: RFC 9110 section 15.4: both repeat the request with its body
        | status |
        | 307    |
        | 308    |

    Scenario Outline: A client does not follow a redirect by <status> of a redemption to another port
      Given the next redemption is redirected by <status> to another port
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no credential leaves the token endpoint of the authority

      Examples: RFC 9110 section 15.4: both repeat the request with its body
        | status |
        | 307    |
        | 308    |

    Scenario: A client does not follow a redirect of a request for T1 to plain http
      Given the next request for T1 is redirected by 307 to plain http
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no credential leaves the token endpoint of the authority

    Scenario: A client does not follow a redirect of a redemption to plain http
      Given the next redemption is redirected by 308 to plain http
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no credential leaves the token endpoint of the authority

    Scenario: A client takes no credential to another issuer that a discovery document names
      Given every discovery document is that of an issuer on another port
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no credential leaves the token endpoint of the authority

    Scenario: A client takes no credential to a token endpoint over plain http
      Given every discovery document names a token endpoint over plain http
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no credential leaves the token endpoint of the authority

    Scenario Outline: A client takes no credential to another place while every <leg> is answered with <status>
      Given every <leg> is answered with <status>
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And no credential leaves the token endpoint of the authority

      Examples: either request of the flow, throttled, failed or out of service
        | leg            | status |
        | request for T1 | 429    |
        | request for T1 | 503    |
        | redemption     | 500    |
        | redemption     | 503    |

    Scenario: A client takes no credential to another place when it gets no answer
      Given no request for T1 gets an answer
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And no credential leaves the token endpoint of the authority

  @client @mock @rule:LEG-T1-BEARER
  Rule: T1 is an assertion for the token endpoint, and no resource receives it

    Scenario: A client presents T1 to no resource
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking"
      And no resource receives T1

    Scenario: A client whose T1 is refused presents it to no resource
      Given the agent identity "Booking" is disabled
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then no resource receives T1
