Feature: Issuing a certificate assertion
  A blueprint with a certificate issues an assertion about itself, addresses it to the
  requested tenant, and identifies the certificate.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Concierge" has a certificate

  @mock @live @rule:CERT-THUMBPRINT
  Rule: The header of a certificate assertion identifies the certificate

    Scenario: An assertion can name its certificate by SHA-256 thumbprint
      Given "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: An assertion can name its certificate by the older SHA-1 thumbprint
      Given "Concierge" presents a certificate assertion named by its SHA-1 thumbprint
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use an assertion that names no certificate
      Given "Concierge" presents a certificate assertion without a thumbprint
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-THUMBPRINT"

  @mock @live @rule:CERT-ENCODING
  Rule: A thumbprint may be written in base64 or base64url, with padding or without

    Scenario Outline: An assertion can name its certificate by <thumbprint>
      Given "Concierge" presents a certificate assertion named by <thumbprint>
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

      Examples: MSAL for Python, MSAL for Go and for Java
        | thumbprint                          |
        | its SHA-256 thumbprint with padding |
        | its SHA-256 thumbprint in base64    |

  @mock @live @rule:CERT-ISSUER
  Rule: The issuer of a certificate assertion is the client that presents it

    Scenario: A blueprint gets a token with an assertion that it issued
      Given "Concierge" presents a certificate assertion
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A blueprint cannot use the assertion of its neighbour
      Given "Courier" presents the certificate assertion of another blueprint
      When "Courier" asks for T1 for "Parcel"
      Then the proof is refused, by the mock under rule "CERT-ISSUER"

    Scenario: A blueprint cannot use an assertion that another client issued
      Given "Concierge" presents a certificate assertion of another issuer
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "CERT-ISSUER"

  @mock @live @rule:CERT-SUBJECT
  Rule: The subject of a certificate assertion is its issuer

    Scenario: A blueprint gets a token with an assertion about its own issuer
      Given "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azp    | the client id of Concierge |
        | azpacr | 2                          |

    Scenario: A blueprint cannot use an assertion about another client
      Given "Concierge" presents a certificate assertion of another subject
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-SUBJECT"

  @mock @rule:CERT-ONE-AUDIENCE
  Rule: A certificate assertion has one audience, as text

    Scenario: A blueprint gets T1 with an assertion for one audience
      Given "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A blueprint cannot use an assertion with a list of audiences
      Given "Concierge" presents a certificate assertion with a list of audiences
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-ONE-AUDIENCE"

  @rule:CERT-AUDIENCE
  Rule: The audience of a certificate assertion is the token endpoint of the tenant

    @mock
    Scenario: A guest blueprint addresses its assertion to the tenant it visits
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Concierge" presents a certificate assertion
      When "Concierge" asks "Fabrikam" for T1 for "Outpost"
      Then T1 for "Outpost" is issued to "Concierge"

    @mock
    Scenario: A blueprint cannot use an assertion addressed to another tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And "Concierge" presents a certificate assertion for another tenant
      When "Concierge" asks "Fabrikam" for T1 for "Outpost"
      Then the request is refused under rule "CERT-AUDIENCE"

    @mock @live
    Scenario: A blueprint cannot use an assertion addressed to a tenant that it does not ask
      Given "Concierge" presents a certificate assertion for another tenant
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-AUDIENCE"

    @mock @live
    Scenario Outline: A blueprint cannot use an assertion <another audience>
      Given "Concierge" presents a certificate assertion <another audience>
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CERT-AUDIENCE"

      Examples: RFC 7523 section 3 compares audiences as strings
        | another audience                 |
        | for another audience             |
        | for its audience with a port     |
        | for its audience with a fragment |
