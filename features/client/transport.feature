Feature: Which servers a client speaks to
  A server proves by its certificate that it is the authority. To any other server a client
  sends nothing, not even the name of its tenant.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:AUTHORITY-TLS
  Rule: A client sends nothing to a server whose certificate is not valid for it

    Scenario Outline: A client sends nothing to an authority with <certificate>
      Given the authority of the client under test has <certificate>
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the authority received nothing

      Examples: RFC 5280 section 6 and RFC 9525 section 6: what makes a certificate invalid
        | certificate                           |
        | an expired certificate                |
        | a certificate that is not valid yet   |
        | a certificate for another name        |
        | a certificate of an unknown authority |
        | a self-signed certificate             |

  @client @mock @rule:AUTHORITY-PLAIN-HTTP
  Rule: A client sends nothing over plain http to another machine

    Scenario: A client sends nothing to an authority that speaks plain http
      Given the authority of the client under test is on another machine and speaks plain http
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then the client under test reports an error
      And the authority received nothing
