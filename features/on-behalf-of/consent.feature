Feature: Consent to what an agent does for people
  An agent identity gets for a person only what was granted to itself, by the person, by an
  administrator, or to its blueprint for all its agent identities.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:CONSENT-DELEGATED
  Rule: A client gets a token for a user only with permissions that were consented to

    @mock @live
    Scenario: A granted scope is issued
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: A scope that nobody granted is refused
      When "Booking" asks for the scope "{Microsoft Graph}/Sites.FullControl.All" on behalf of "Bea"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock @live
    Scenario: The refusal says that consent is missing
      When "Booking" asks for the scope "{Microsoft Graph}/Sites.FullControl.All" on behalf of "Bea"
      Then the answer says:
        | suberror | consent_required |

    @mock
    Scenario: The refusal without a policy asks for no claims
      When "Booking" asks for the scope "{Microsoft Graph}/Files.Read" on behalf of "Bea"
      Then the answer has exactly the members:
        | error             |
        | error_description |
        | error_codes       |
        | timestamp         |
        | trace_id          |
        | correlation_id    |
        | suberror          |

    @mock
    Scenario: A granted scope beside one that nobody granted is refused with it
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read {Microsoft Graph}/Files.Read" on behalf of "Bea"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock
    Scenario: The default scope of a resource of which nothing was granted is refused
      When "Booking" asks for "Orders API" on behalf of "Bea"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock
    Scenario: A person who granted nothing is not acted for
      Given "Ada" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Ada"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock
    Scenario: Consent for everybody counts for a person who granted nothing
      Given the administrator has granted "Booking" the scope "User.Read" of "Microsoft Graph"
      And "Ada" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Ada"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock
    Scenario: Scopes of OpenID Connect alone are no consent to a resource
      Given the administrator has changed the permission grants of "Booking" to the scope "openid profile"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock
    Scenario: Withdrawn consent ends what the agent identity gets
      Given "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And the administrator has withdrawn the permission grants of "Booking"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock
    Scenario: Withdrawn consent ends what the agent user gets
      Given "Booking" has obtained a token for "Microsoft Graph" as "Assistant"
      And the administrator has withdrawn the permission grants of "Booking"
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the request is refused under rule "CONSENT-DELEGATED"

    @mock @live
    Scenario: An agent user gets no scope that nobody granted
      When "Booking" asks for the scope "{Microsoft Graph}/Sites.FullControl.All" as "Assistant"
      Then the request is refused under rule "CONSENT-DELEGATED"

  @rule:SCOPE-ONE-RESOURCE
  Rule: The scopes of a delegated request are of one resource

    @mock
    Scenario: Two scopes of one resource are issued together
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read {Microsoft Graph}/Mail.Read" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock
    Scenario: Scopes of two resources are refused
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read {Orders API}/Orders.Read" on behalf of "Bea"
      Then the request is refused under rule "SCOPE-ONE-RESOURCE"

    @mock @live
    Scenario: Scopes of Microsoft Graph and the token exchange are refused
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read {the token exchange}/.default" as "Assistant"
      Then the request is refused under rule "SCOPE-ONE-RESOURCE"

  @rule:SCOPE-DEFAULT-ALONE
  Rule: A delegated request names the .default scope without other scopes of the resource

    @mock @live
    Scenario: The default scope goes with the scopes of OpenID Connect
      When "Booking" asks for the scope "{Microsoft Graph}/.default openid profile" as "Assistant"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: The default scope beside another scope of the resource is refused
      When "Booking" asks for the scope "{Microsoft Graph}/.default {Microsoft Graph}/User.Read" as "Assistant"
      Then the request is refused under rule "SCOPE-DEFAULT-ALONE"
