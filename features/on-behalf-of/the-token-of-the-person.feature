Feature: The token of the person
  What an agent identity exchanges is an access token that a person got for its blueprint: genuine,
  of its own tenant, within its lifetime. Nothing else makes it act for anybody.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:OBO-ASSERTION-FORM
  Rule: The token of the user is a JWT

    @mock @live
    Scenario: A JWT is read
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: What is no JWT is refused
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is "Bea"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-FORM"

    @mock
    Scenario: A refresh token is no token of the person
      Given "Booking" has obtained a refresh token for "Microsoft Graph" on behalf of "Bea"
      And a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is "1.AXEAopaque"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-FORM"

  @mock @rule:OBO-ASSERTION-ID-TOKEN
  Rule: An id_token is no token to act on behalf of a user with

    Scenario: An access token of the person serves
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" for "Concierge"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An id_token of the person does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is an id_token of "Bea"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-ID-TOKEN"

  @rule:OBO-ASSERTION-GRAPH
  Rule: A token for Microsoft Graph is no token to act on behalf of a user with

    @mock @live
    Scenario: A token for the blueprint serves
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock
    Scenario: A Graph token of the person does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" for "Microsoft Graph"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-GRAPH"

    @mock @live
    Scenario: The Graph token of an agent user does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And "Booking" has obtained a token for "Microsoft Graph" as "Assistant"
      And its "assertion" is the token obtained last
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-GRAPH"

    @mock @live
    Scenario: What the exchange brought is not exchanged again
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is the token obtained last
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-GRAPH"

  @rule:OBO-ASSERTION-SIGNATURE
  Rule: The token of the user has a valid signature of the tenant

    @mock
    Scenario: A token signed with a former key of the tenant serves
      Given "Bea" has called "Concierge"
      And "Contoso" has a new signing key
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock
    Scenario Outline: A token signed by <somebody else> does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" signed by <somebody else>
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-SIGNATURE"

      Examples: RFC 7523 section 3, point 9
        | somebody else |
        | strangers     |
        | nobody        |

    @mock @live
    Scenario Outline: A copy of the token <twist> does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a copy of the token of "Bea" <twist>
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-SIGNATURE"

      Examples: RFC 7515 section 5.2
        | twist                     |
        | that lives a day longer   |
        | with a changed signature  |
        | signed with another key   |

  @mock @rule:OBO-ASSERTION-TENANT
  Rule: The token of the user was issued by the tenant in which it is exchanged

    Scenario: A token of the own tenant serves
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A token of another tenant does not serve
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      And a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token that "Outpost" of "Fabrikam" got for the token exchange
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-TENANT"

  @rule:OBO-ASSERTION-AUDIENCE
  Rule: The token of the user is for the blueprint of the agent identity

    @mock @live
    Scenario Outline: Every agent identity of the blueprint that was called acts for the person
      Given "Bea" has called "Concierge"
      When <agent> asks for the scope "{Microsoft Graph}/User.Read" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to <agent>

      Examples: the user calls the blueprint, whichever of its agent identities answers
        | agent     |
        | "Booking" |

    @mock
    Scenario: The second agent identity acts for a person who called the blueprint
      Given "Bea" has called "Concierge"
      When "Billing" asks for the scope "{Microsoft Graph}/User.Read" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Billing"

    @mock @live
    Scenario: An agent identity of another blueprint does not act for a person who did not call that
      When "Parcel" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-ASSERTION-AUDIENCE"

    @mock
    Scenario: A token of the person for an API does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" for "Orders API"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-AUDIENCE"

    @mock @live
    Scenario: T1 is no token of the person
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is T1 for "Booking"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-AUDIENCE"

    @mock @live
    Scenario: T2 is no token of the person
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is T2 of "Booking"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-AUDIENCE"

  @mock @rule:OBO-ASSERTION-TIME
  Rule: The token of the user is within its lifetime

    Scenario: A token of the person is exchanged again and again while it lasts
      Given "Bea" has called "Concierge" with a token for another 30 minutes
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And 29 minutes have passed
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A token of the person does not serve after its end
      Given "Bea" has called "Concierge" with a token for another 30 minutes
      And 36 minutes have passed
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-ASSERTION-TIME"

    Scenario: A token of the person that ended when it was made does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" that ended an hour ago
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-TIME"

  @mock @rule:OBO-ASSERTION-USER
  Rule: The token of the user is about a user

    Scenario: A token about a person serves
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" for "Concierge"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A token of an application for the blueprint does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of an application for "Concierge"
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-USER"

  @mock @rule:OBO-USER-KNOWN
  Rule: The tenant still knows the user

    Scenario: An agent identity acts for a person whom the tenant knows
      Given "Bea" has called "Concierge"
      And the user "Carlos" no longer exists
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity does not act for a person who was deleted since
      Given "Bea" has called "Concierge"
      And the user "Bea" no longer exists
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-USER-KNOWN"

  @mock @rule:OBO-USER-ENABLED
  Rule: Nobody acts on behalf of a disabled user

    Scenario: An agent identity acts for a person although another was disabled
      Given "Bea" has called "Concierge"
      And the user "Carlos" is disabled
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: An agent identity does not act for a person who was disabled since
      Given "Bea" has called "Concierge"
      And the user "Bea" is disabled
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-USER-ENABLED"

  @mock @rule:OBO-USER-SESSION
  Rule: A token that a user got before their sessions were revoked is worth nothing

    Scenario: A person who signed in again has a token that serves
      Given "Bea" has called "Concierge"
      And 2 minutes have passed
      And the sessions of "Bea" have been revoked
      And "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A token from before does not serve
      Given "Bea" has called "Concierge"
      And 2 minutes have passed
      And the sessions of "Bea" have been revoked
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-USER-SESSION"
