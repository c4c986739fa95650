Feature: How a client acts as an agent user
  An agent identity can have a user account of its own. It redeems T1 for T2, and presents both to
  get a token of this user.

  Background:
    Given the client under test acts for "Concierge"
    And the client under test acts as agent users

  @client @mock @rule:LEG-USER-TOKEN
  Rule: A client that declares the flow agentUser gets a token of the agent user

    Scenario: A client gets a token as the user of an agent identity
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

    Scenario: A client gets a token as a user whom it names by object id
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking" by object id
      Then the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

    Scenario: A client gets a token as a user whom it names by user principal name
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking" by name
      Then the client under test has a token for "Microsoft Graph" of "Booking" as the user "Assistant"

  @client @mock @rule:LEG-USER-GRANT
  Rule: A request for an agent user has the grant type user_fic

    Scenario: A client asks for an agent user by user_fic
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then every request for an agent user has the grant type user_fic

  @client @mock @rule:LEG-USER-CREDENTIAL
  Rule: T1 alone proves the agent identity that acts as its user

    Scenario: A client proves a request for an agent user with T1
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then T1 alone proves every request for an agent user

    Scenario: A client with a certificate proves a request for an agent user with T1
      Given the client under test acts for "Concierge" with a certificate
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then T1 alone proves every request for an agent user

  @client @mock @rule:LEG-USER-T2
  Rule: A request for an agent user carries T2 of the agent identity that sends it

    Scenario: A client sends T2 of the agent identity
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then every request for an agent user carries the T2 of its agent identity

    Scenario: A client sends T2 of the second agent identity for its user
      Given "Billing" has the user "Clerk", who reads mail
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      When the client under test gets a token for "Microsoft Graph" as the user "Clerk" of "Billing"
      Then every request for an agent user carries the T2 of its agent identity
      And the client under test has a token for "Microsoft Graph" of "Billing" as the user "Clerk"

  @client @mock @rule:LEG-USER-ONE-NAME
  Rule: A request names the agent user once: by user_id or by username

    Scenario: A client names an agent user once
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then every request for an agent user names the user once

  @client @mock @rule:LEG-USER-NAME-KIND
  Rule: A user_id is an object id, and a username a user principal name

    Scenario: A client sends an object id as user_id
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking" by object id
      Then every name of an agent user stands in the parameter of its kind

    Scenario: A client sends a user principal name as username
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking" by name
      Then every name of an agent user stands in the parameter of its kind

  @client @mock @rule:LEG-T2-BEARER
  Rule: T2 is no access token: no resource and no caller receives it

    Scenario: A client keeps T2 to itself
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then no resource and no caller receives T2

    Scenario: A client that is refused keeps T2 to itself
      Given all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test reports an error
      And no resource and no caller receives T2

  @client @mock @rule:RENEW-T2
  Rule: A client presents no expired T2

    Scenario: A client does not present an expired T2 for another resource
      Given everybody has consented that "Booking" reads "Orders API"
      And every token is issued for 3 seconds
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And 3 seconds have passed
      When the client under test gets a token for "Orders API" as the user "Assistant" of "Booking"
      Then the client under test presents no expired T2
      And the client under test has a token for "Orders API" of "Booking" as the user "Assistant"

    Scenario: A client does not present a T2 that was valid for an hour
      Given everybody has consented that "Booking" reads "Orders API"
      And every token is issued for an hour
      And the client under test has a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      And 2 hours have passed
      When the client under test gets a token for "Orders API" as the user "Assistant" of "Booking"
      Then the client under test presents no expired T2
      And the client under test has a token for "Orders API" of "Booking" as the user "Assistant"

  @client @mock @rule:PERSON-INPUT
  Rule: A client refuses a call without a person before any request

    Scenario: A client refuses an agent user without a name
      When the client under test gets a token for "Microsoft Graph" as a user without a name of "Booking"
      Then the client under test reports an error
      And at most 0 requests for an agent user were received
