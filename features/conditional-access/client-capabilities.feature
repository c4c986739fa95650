Feature: What a client says it can do
  A client that can handle a claims challenge says so in its requests. Its tokens for
  Microsoft Graph live for a day: a challenge ends them when something happens to the user.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOKEN-CAPABILITY
  Rule: A token for Microsoft Graph names what its client says it can do

    Scenario: A token of an agent user names the capability of its client
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "claims" is '{"access_token":{"xms_cc":{"values":["cp1"]}}}'
      When it is sent
      Then the token says:
        | xms_cc | the roles cp1 |

    Scenario: A token of an agent identity names the capability of its client
      Given a request of "Booking" for a token for "Microsoft Graph"
      And its "claims" is '{"access_token":{"xms_cc":{"values":["cp1"]}}}'
      When it is sent
      Then the token says:
        | xms_cc | the roles cp1 |

    Scenario: A token of a client that says nothing names no capability
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token does not contain "xms_cc"

    Scenario: A token for a resource that does not ask for capabilities names none
      Given a request of "Booking" for a token for "Orders API"
      And its "claims" is '{"access_token":{"xms_cc":{"values":["cp1"]}}}'
      When it is sent
      Then the token does not contain "xms_cc"

    Scenario: A token for a resource that asks for capabilities names them
      Given the resource "Orders API" asks for the claim "xms_cc"
      And a request of "Booking" for a token for "Orders API"
      And its "claims" is '{"access_token":{"xms_cc":{"values":["cp1"]}}}'
      When it is sent
      Then the token says:
        | xms_cc | the roles cp1 |

  @mock @rule:TOKEN-CAPABILITY-LIFETIME
  Rule: A user token for Microsoft Graph lives 20 to 28 hours if its client can handle a challenge

    Scenario: A client that can handle a challenge gets a token that lives for a day
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "claims" is '{"access_token":{"xms_cc":{"values":["cp1"]}}}'
      When it is sent
      Then the token lives from 20 hours to 28 hours

    Scenario: Any other client gets a token that lives for about an hour
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "claims" is '{"access_token":{"xms_cc":{"values":["cp2"]}}}'
      When it is sent
      Then the token lives from 60 minutes to 90 minutes
