Feature: Whom a policy concerns
  A policy is for people, for agents that act as themselves or for agent users: for all of them or
  for some, at one resource or at all.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:ACCESS-POLICY-SCOPE
  Rule: A policy of Conditional Access concerns those alone that it names, at the resource that it names

    Scenario: A policy for one person does not concern another
      Given Conditional Access blocks "Bea"
      When "Booking" asks for "Microsoft Graph" on behalf of "Carlos"
      Then the token says:
        | oid | the id of Carlos |

    Scenario: A policy for all people does not concern agents
      Given Conditional Access blocks people
      When "Booking" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A policy for all people does not concern agent users
      Given Conditional Access blocks people
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token says:
        | oid | the id of Assistant |

    Scenario: A policy for all agents does not concern the people on whose behalf they act
      Given Conditional Access blocks agents
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token says:
        | oid | the id of Bea |

    Scenario: A policy for all agents does not concern their agent users
      Given Conditional Access blocks agents
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token says:
        | oid | the id of Assistant |

    Scenario: A policy for all agents does not concern T1 and T2
      Given Conditional Access blocks agents
      When "Booking" asks for a token for the token exchange
      Then a token for the token exchange is issued to "Booking"

    Scenario: A policy for all agents does not concern ordinary applications
      Given Conditional Access blocks agents
      When "Intranet" asks for a token for "Orders API"
      Then a token for "Orders API" is issued to "Intranet"

    Scenario: A policy for one agent identity does not concern another
      Given Conditional Access blocks "Billing"
      When "Booking" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A policy for all agent users does not concern people
      Given Conditional Access blocks agent users
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token says:
        | oid | the id of Bea |

    Scenario: A policy at one resource does not concern another
      Given Conditional Access blocks agents at "Orders API"
      When "Booking" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A policy at one resource concerns this one
      Given Conditional Access blocks agents at "Orders API"
      When "Booking" asks for a token for "Orders API"
      Then the request is refused under rule "ACCESS-POLICY-BLOCK"
