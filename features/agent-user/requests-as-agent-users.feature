Feature: Requests as agent users
  Only an agent identity asks as an agent user, with T2 and the name of the user.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:USERFIC-CLIENT
  Rule: Only an agent identity gets tokens with the grant type user_fic

    @mock @live
    Scenario: An agent identity asks as its agent user
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock
    Scenario: An ordinary application has no agent user
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "client_id" is "{Intranet}"
      And it lacks a credential
      And its "client_secret" is the client secret of "Intranet"
      When it is sent
      Then the request is refused under rule "USERFIC-CLIENT"

    @mock @live
    Scenario: A blueprint has no agent user
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "client_id" is "{Concierge}"
      And it lacks a credential
      And its "client_secret" is the client secret of "Concierge"
      When it is sent
      Then the request is refused under rule "USERFIC-CLIENT"

  @mock @live @rule:USERFIC-CREDENTIAL-PRESENT
  Rule: A user_fic request carries T2

    Scenario: A request with T2 is served
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A request without T2 is refused
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And it lacks "user_federated_identity_credential"
      When it is sent
      Then the request is refused under rule "USERFIC-CREDENTIAL-PRESENT"

    Scenario: A request with an empty T2 is refused
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_federated_identity_credential" is ""
      When it is sent
      Then the request is refused under rule "USERFIC-CREDENTIAL-PRESENT"

  @mock @live @rule:USERFIC-USER-PRESENT
  Rule: A user_fic request names its user

    Scenario: A request that names its user by id is served
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A request that names nobody is refused
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And it lacks "user_id"
      When it is sent
      Then the request is refused under rule "USERFIC-USER-PRESENT"

  @mock @live @rule:USERFIC-USER-ID-GUID
  Rule: The user_id of a user_fic request is an object id

    Scenario: The object id of the agent user serves
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_id" is the id of "Assistant"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: The user name in place of the object id is refused
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_id" is the user name of "Assistant"
      When it is sent
      Then the request is refused under rule "USERFIC-USER-ID-GUID"
