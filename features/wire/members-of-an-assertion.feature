Feature: Header and claims of an assertion
  The tenant reads an assertion strictly. It refuses a member of the header that it does not
  know, and a member whose value has the wrong type, before it looks at anything else.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:ASSERT-HEADER
  Rule: The header of a client assertion has only members that Microsoft Entra knows

    Scenario: An assertion with the documented header proves the blueprint
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: A blueprint cannot use <an assertion with a strange header>
      Given "Concierge" has a certificate
      And "Concierge" presents <an assertion with a strange header>
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "ASSERT-HEADER"

      Examples: captured, github.com/cloudfoundry/uaa/issues/2109, FusionAuth/fusionauth-issues/issues/2886
        | an assertion with a strange header             |
        | a certificate assertion with an unknown header |
        | a certificate assertion with a critical header |
        | a federated token with an unknown header       |

  @mock @rule:ASSERT-VALUES
  Rule: Header and claims of a client assertion have values of the types of RFC 7515 and 7519

    Scenario: An assertion with times as text proves the blueprint
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion with times as text
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: A blueprint cannot use <an assertion with a value of another type>
      Given "Concierge" has a certificate
      And "Concierge" presents <an assertion with a value of another type>
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "ASSERT-VALUES"

      Examples: RFC 7519 section 4.1
        | an assertion with a value of another type              |
        | a certificate assertion with a start that is no number |
        | a certificate assertion with a subject that is a list  |

  @mock @rule:ASSERT-JWT-TYPE
  Rule: A client assertion that names its type is a JWT

    Scenario: An assertion of the type JWT proves the blueprint
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A blueprint cannot use an assertion that says it is an access token
      Given "Concierge" has a certificate
      And "Concierge" presents a certificate assertion of the type of an access token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "ASSERT-JWT-TYPE"
