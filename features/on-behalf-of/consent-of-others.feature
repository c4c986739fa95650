Feature: Consent to somebody or something else
  What was granted to another client, at another resource or for another user is not granted to an agent
  identity. It inherits only what its blueprint was granted for everybody and lets it inherit.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:CONSENT-DELEGATED
  Rule: A client gets a token for a user only with permissions that were consented to

    @mock
    Scenario: What another agent identity was granted is not granted to this one
      Given "Carlos" has called "Concierge"
      When "Billing" asks for "Microsoft Graph" on behalf of "Carlos"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock
    Scenario Outline: What <another> was granted is not granted <to this one>
      Given the administrator has granted <whom> the scope "Files.Read" of <what>
      When "Booking" asks for the scope "{Microsoft Graph}/Files.Read" <to this one>
      Then the request is refused under rule "CONSENT-DELEGATED"

      Examples: a grant names its client, its resource and its user; agents inherit only what is inheritable
        | another                           | whom        | what                              | to this one        |
        | another agent identity            | "Billing"   | "Microsoft Graph"                 | on behalf of "Bea" |
        | another agent identity            | "Billing"   | "Microsoft Graph"                 | as "Assistant"     |
        | the blueprint                     | "Concierge" | "Microsoft Graph"                 | on behalf of "Bea" |
        | the blueprint                     | "Concierge" | "Microsoft Graph"                 | as "Assistant"     |
        | the blueprint by one person       | "Concierge" | "Microsoft Graph" for "Bea"       | on behalf of "Bea" |
        | the client of the person          | "Intranet"  | "Microsoft Graph"                 | on behalf of "Bea" |
        | this one at another resource      | "Booking"   | "Orders API"                      | on behalf of "Bea" |
        | this one at another resource      | "Booking"   | "Orders API"                      | as "Assistant"     |
        | this one for another person       | "Booking"   | "Microsoft Graph" for "Ada"       | on behalf of "Bea" |
        | this one for a person             | "Booking"   | "Microsoft Graph" for "Ada"       | as "Assistant"     |
        | another one for the agent user    | "Billing"   | "Microsoft Graph" for "Assistant" | as "Assistant"     |

    @mock
    Scenario Outline: What <another> was granted is not inherited <by this one>
      Given the administrator has made permissions of <inheritable> inheritable from "Concierge"
      And the administrator has granted "Concierge" the scope "Files.Read" of <what>
      When "Booking" asks for the scope "{Microsoft Graph}/Files.Read" <by this one>
      Then the request is refused under rule "CONSENT-DELEGATED"

      Examples: concept-inheritable-permissions.md, per resource, granted to the blueprint for everybody
        | another                             | inheritable       | what                              | by this one        |
        | the blueprint by one person         | "Microsoft Graph" | "Microsoft Graph" for "Bea"       | on behalf of "Bea" |
        | the blueprint for the agent user    | "Microsoft Graph" | "Microsoft Graph" for "Assistant" | as "Assistant"     |
        | the blueprint at the other resource | "Orders API"      | "Microsoft Graph"                 | on behalf of "Bea" |
        | the blueprint at the other resource | "Orders API"      | "Microsoft Graph"                 | as "Assistant"     |

    @mock
    Scenario: What an agent identity was granted for its agent user is not granted for a person
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API" for "Assistant"
      When "Booking" asks for "Orders API" on behalf of "Bea"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock
    Scenario: What an agent identity was granted for a person is not granted for its agent user
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API" for "Bea"
      When "Booking" asks for "Orders API" as "Assistant"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock
    Scenario Outline: A role that the agent identity has is no consent <of this one>
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read.All" <of this one>
      Then the request is refused under rule "CONSENT-DELEGATED"

      Examples: an application permission is for the agent identity alone
        | of this one        |
        | on behalf of "Bea" |
        | as "Assistant"     |
