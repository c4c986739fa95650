Feature: The types in a refusal
  A program that reads a refusal relies on the type of each member, and on ids that differ.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:ERROR-BODY
  Rule: A refusal names the error, its numbers, the time and the correlation id

    @mock @live
    Scenario Outline: The members of a refusal of <request> have their types
      Given "Concierge" presents its client secret
      And a request of "Concierge" for T1 for "Booking"
      And its "<parameter>" is "<value>"
      When it is sent
      Then the members of the answer have these types:
        | a text                  | error error_description timestamp |
        | a list of whole numbers | error_codes                       |
        | a GUID                  | trace_id correlation_id           |
        | an https address        | error_uri                         |
      And the answer has at least the members:
        | error     | error_description | error_codes    |
        | timestamp | trace_id          | correlation_id |
      And the answer has the headers:
        | content-type | matching ^application/json(;\|$) |

      Examples: captured refusals of three kinds
        | request               | parameter     | value                             |
        | an unknown secret     | client_secret | a-secret-nobody-ever-had          |
        | an unknown resource   | scope         | api://nobody-knows-this/.default  |
        | an unsupported grant  | grant_type    | urn:example:a-grant-nobody-knows  |

    @mock @live
    Scenario: A refusal names its trace and its correlation by two ids
      Given "Concierge" presents a client secret it never had
      When "Concierge" asks for T1 for "Booking"
      Then its "trace_id" differs from its "correlation_id"

    @mock @live
    Scenario Outline: Two refusals of the same request have a <id> each
      Given "Concierge" presents a client secret it never had
      And "Concierge" was refused T1 for "Booking"
      When "Concierge" asks for T1 for "Booking"
      Then its "<member>" differs from that of the refusal before

      Examples: learn.microsoft.com/entra/identity-platform/reference-error-codes, unique identifiers
        | id             | member         |
        | trace id       | trace_id       |
        | correlation id | correlation_id |
