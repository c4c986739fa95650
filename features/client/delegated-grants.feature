Feature: By which grants a client asks
  Agent identities have few grants. Another one is refused, and carries what it holds in vain.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:LEG-GRANT
  Rule: A client asks by the grants that agent identities have

    Scenario: A client that acts on behalf of a person uses no other grant
      Given the client under test acts on behalf of people
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then every grant that the client under test uses is one of agent identities

    Scenario: A client whose exchange is refused tries no other grant
      Given the client under test acts on behalf of people
      And all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then every grant that the client under test uses is one of agent identities

    Scenario: A client that acts as an agent user uses no other grant
      Given the client under test acts as agent users
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then every grant that the client under test uses is one of agent identities

    Scenario: A client that is refused an agent user tries no other grant
      Given the client under test acts as agent users
      And all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then every grant that the client under test uses is one of agent identities
