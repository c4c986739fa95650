Feature: The roles in a token
  A resource decides by the roles in a token what a client may do, so a token never names roles
  of another client or on another resource.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-ROLES
  Rule: A token names only roles that were granted

    @mock @live
    Scenario: The Graph token of every blueprint names the role to create agent identities
      When the clients of "Contoso" obtain every token of a blueprint
      Then each of them says:
        | roles | with AgentIdentity.CreateAsManager |

    @mock @live
    Scenario: The Graph token of no agent identity names that role of its blueprint
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them says:
        | roles | without AgentIdentity.CreateAsManager |

    @mock @live
    Scenario Outline: The roles in <tokens> are those that the directory shows
      When the clients of "Contoso" obtain <tokens>
      Then the roles in each of them are those that the directory shows of its client

      Examples: captured: one role granted, one role named; none granted, none named
        | tokens                                               |
        | every token of an agent identity for Microsoft Graph |
        | every token of a blueprint                           |

    @mock @live
    Scenario: The Graph token of every agent identity names the directory roles that the directory shows
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then the directory roles in each of them are those that the directory shows of its client

    @mock
    Scenario: The Graph token of every agent identity names a new role, and no other does
      Given the administrator has assigned the role "User.Read.All" of "Microsoft Graph" to "Billing"
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then the claim "roles" of each client is:
        | Booking | the roles User.Read.All |
        | Billing | the roles User.Read.All |
        | Parcel  | absent                  |

    @mock
    Scenario: The Graph token of every blueprint names the roles of that blueprint
      Given "Courier" was granted the role "User.Read.All" of "Microsoft Graph"
      When the clients of "Contoso" obtain every token of a blueprint
      Then the claim "roles" of each client is:
        | Concierge | the roles AgentIdentity.CreateAsManager                |
        | Courier   | the roles AgentIdentity.CreateAsManager, User.Read.All |

    @mock
    Scenario: The Graph token of every agent identity names the roles of that agent identity
      Given "Billing" was granted the role "Mail.Send" of "Microsoft Graph"
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then the claim "roles" of each client is:
        | Booking | the roles User.Read.All |
        | Billing | the roles Mail.Send     |
        | Parcel  | absent                  |

    @mock
    Scenario: The token of every agent identity for an API names the roles of that agent identity
      When the clients of "Contoso" obtain every token of an agent identity for an API
      Then the claim "roles" of each client is:
        | Booking | the roles Orders.Read |
        | Billing | absent                |
        | Parcel  | absent                |

    @mock
    Scenario Outline: A token of <client> for <resource> names no role of another client or resource
      Given "Billing" was granted the role "Mail.Send" of "Microsoft Graph"
      And "Intranet" was granted the role "Orders.Write" of "Orders API"
      When <client> asks for a token for <resource>
      Then the token says:
        | roles | <roles> |

      Examples: captured: one role granted, one role named; none granted, none named
        | client     | resource          | roles                   |
        | "Booking"  | "Microsoft Graph" | the roles User.Read.All |
        | "Booking"  | "Orders API"      | the roles Orders.Read   |
        | "Billing"  | "Microsoft Graph" | the roles Mail.Send     |
        | "Billing"  | "Orders API"      | absent                  |
        | "Parcel"   | "Microsoft Graph" | absent                  |
        | "Parcel"   | "Orders API"      | absent                  |
        | "Intranet" | "Orders API"      | the roles Orders.Write  |
        | "Intranet" | "Microsoft Graph" | absent                  |
