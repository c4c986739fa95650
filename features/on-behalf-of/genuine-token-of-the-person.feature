Feature: Recognizing the genuine token of a person
  The token of a person serves as its own tenant signed it, while it lasts.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

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
        | with an empty signature   |
        | that says that it needs no signature |
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

    Scenario: A token of the person that served before does not serve after its end
      Given "Bea" has called "Concierge" with a token for another 30 minutes
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      And 36 minutes have passed
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the request is refused under rule "OBO-ASSERTION-TIME"

    Scenario: A token of the person that ended when it was made does not serve
      Given a request of "Booking" for "Microsoft Graph" on behalf of "Bea"
      And its "assertion" is a token of "Bea" that ended an hour ago
      When it is sent
      Then the request is refused under rule "OBO-ASSERTION-TIME"
