Feature: What a client makes of missing consent
  Only a person or an administrator can consent. A client tells its caller that consent is
  missing, and does not try again by itself.

  Background:
    Given the client under test acts for "Concierge"

  @client @mock @rule:FAILURE-CONSENT
  Rule: The caller learns that consent is missing

    Scenario: A caller learns that nobody consented to an exchange
      Given the client under test acts on behalf of people
      And all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports "invalid_grant"
      And its error says that consent is required

    Scenario: A caller learns that one person did not consent, although another did
      Given the client under test acts on behalf of people
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Ada"
      Then its error says that consent is required

    Scenario: A caller learns that nobody consented to an agent user
      Given the client under test acts as agent users
      And all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then its error says that consent is required

  @client @mock @rule:RETRY-CONSENT
  Rule: A client does not repeat a request that lacks consent

    Scenario: A client sends an exchange without consent once
      Given the client under test acts on behalf of people
      And all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports an error
      And 1 exchange was received

    Scenario: A client sends a request for an agent user without consent once
      Given the client under test acts as agent users
      And all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test reports an error
      And 1 request for an agent user was received

  @client @mock @rule:RETRY-CONSENT-GIVEN
  Rule: A client gets a token as soon as consent was given

    Scenario: A client gets a token on behalf of a person who has consented since
      Given the client under test acts on behalf of people
      And "Ada" has signed in
      And the client under test has tried to get a token for "Microsoft Graph" as "Booking" on behalf of "Ada"
      And "Ada" has consented that "Booking" reads mail
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Ada"
      Then the client under test has a token for "Microsoft Graph" of "Booking" on behalf of "Ada"

  @client @mock @rule:PERSON-FALLBACK
  Rule: A client without a token of the person hands out none of the agent instead

    Scenario: A client without consent does not hand out the token of the agent identity
      Given the client under test acts on behalf of people
      And all consent to "Booking" is withdrawn
      And the client under test has a token for "Microsoft Graph" as "Booking"
      When the client under test gets a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      Then the client under test reports an error
      And nobody has a token of the agent identity in place of that of a person

    Scenario: A client of an agent user without consent does not hand out the token of the agent identity
      Given the client under test acts as agent users
      And all consent to "Booking" is withdrawn
      When the client under test gets a token for "Microsoft Graph" as the user "Assistant" of "Booking"
      Then the client under test reports an error
      And nobody has a token of the agent identity in place of that of a person

    Scenario: A caller of the agent identity alone does not get the token of a person
      Given the client under test acts on behalf of people
      And the client under test has a token for "Microsoft Graph" as "Booking" on behalf of "Bea"
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then nobody has a token of the agent identity in place of that of a person
      And the client under test has 2 different tokens
