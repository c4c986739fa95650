Feature: Delegated permissions of agent identities
  What an agent identity may do for a user is granted for one user or for all. Some
  permissions are never granted to agents.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GRANT-CREATED
  Rule: A client lists its permission grants

    Scenario: A permission grant for everybody says what was granted
      When the administrator grants "Booking" the scope "User.Read" of "Microsoft Graph"
      Then the answer says:
        | clientId    | the client id of Booking |
        | consentType | AllPrincipals            |
        | principalId | null                     |
        | scope       | User.Read                |

    Scenario: A permission grant is listed by its client
      Given the administrator has granted "Booking" the scope "User.Read" of "Microsoft Graph"
      And the administrator has granted "Billing" the scope "User.Read" of "Microsoft Graph"
      When the administrator lists the permission grants with "$filter=clientId eq '{Booking}'"
      Then each of what is listed says:
        | clientId | the client id of Booking |

  @mock @rule:GRANT-PARTIES
  Rule: The client, resource and user of a permission grant exist in the tenant

    Scenario: An agent identity is granted a permission for one user
      When the administrator grants "Booking" the scope "User.Read" of "Microsoft Graph" for "Ada"
      Then the directory accepts it

    Scenario: Nobody is granted no permission
      When the administrator grants a client that nobody knows the scope "User.Read" of "Microsoft Graph"
      Then the request is refused under rule "GRANT-PARTIES"

  @mock @rule:GRANT-BLOCKED
  Rule: An agent identity gets no delegated permission that is blocked for agents

    Scenario: An ordinary application is granted what agents are not
      When the administrator grants "Intranet" the scope "Directory.AccessAsUser.All" of "Microsoft Graph"
      Then the directory accepts it

    Scenario Outline: <permission> is not granted to an agent identity
      When the administrator grants "Booking" the scope "User.Read <permission>" of "Microsoft Graph"
      Then the request is refused under rule "GRANT-BLOCKED"

      Examples: documented in agentid-platform-overview.md
        | permission                 |
        | Directory.AccessAsUser.All |
        | User.ReadWrite.All         |
        | Group.ReadWrite.All        |

  @mock @rule:GRANT-SINGLE
  Rule: A client has one permission grant for a resource and consent type

    Scenario: A grant for one user stands beside the grant for all
      Given the administrator has granted "Booking" the scope "User.Read" of "Microsoft Graph"
      When the administrator grants "Booking" the scope "User.Read" of "Microsoft Graph" for "Ada"
      Then the directory accepts it

    Scenario: A second grant for all is not made
      Given the administrator has granted "Booking" the scope "User.Read" of "Microsoft Graph"
      When the administrator grants "Booking" the scope "Mail.Read" of "Microsoft Graph"
      Then the request is refused under rule "GRANT-SINGLE"
