Feature: Delegated permissions of agent identities
  A grant lets an agent identity act for one user or for all users. Some permissions are never
  granted to agents.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GRANT-CREATED
  Rule: A client lists its permission grants

    Scenario: A permission grant for all users shows the permissions
      When the administrator grants "Booking" the scope "User.Read" of "Microsoft Graph"
      Then the answer says:
        | clientId    | the client id of Booking |
        | consentType | AllPrincipals            |
        | principalId | null                     |
        | scope       | User.Read                |

    Scenario: A query by client finds a permission grant
      Given the administrator has granted "Booking" the scope "User.Read" of "Microsoft Graph"
      And the administrator has granted "Billing" the scope "User.Read" of "Microsoft Graph"
      When the administrator lists the permission grants with "$filter=clientId eq '{Booking}'"
      Then every listed object says:
        | clientId | the client id of Booking |

    Scenario: A changed permission grant has its new permissions and its parties
      Given the administrator has granted "Parcel" the scope "User.Read" of "Microsoft Graph"
      And the administrator has changed the permission grants of "Parcel" to the scope "User.Read Mail.Read"
      When the administrator lists the permission grants with "$filter=clientId eq '{Parcel}'"
      Then every listed object says:
        | clientId    | the client id of Parcel  |
        | consentType | AllPrincipals            |
        | scope       | User.Read Mail.Read      |

    Scenario: A permission grant for one user names the user
      When the administrator grants "Booking" the scope "User.Read" of "Microsoft Graph" for "Ada"
      Then the answer says:
        | consentType | Principal     |
        | principalId | the id of Ada |
      And the answer repeats what the request said

    Scenario: The directory no longer lists a withdrawn permission grant
      Given the administrator has granted "Booking" the scope "User.Read" of "Microsoft Graph"
      And the administrator has withdrawn the permission grants of "Booking"
      When the administrator lists the permission grants with "$filter=clientId eq '{Booking}'"
      Then the answer lists nothing

  @mock @rule:GRANT-PARTIES
  Rule: The client, resource and user of a permission grant exist in the tenant

    Scenario: A caller grants an agent identity a permission for one user
      When the administrator grants "Booking" the scope "User.Read" of "Microsoft Graph" for "Ada"
      Then the directory accepts it

    Scenario: A caller cannot grant a permission for one user without the user
      When the administrator grants "Booking" the scope "User.Read" of "Microsoft Graph" for one user without a name
      Then the request is refused under rule "GRANT-PARTIES"

    Scenario: A caller cannot grant a permission to an unknown client
      When the administrator grants an unknown client the scope "User.Read" of "Microsoft Graph"
      Then the request is refused under rule "GRANT-PARTIES"

  @mock @rule:GRANT-BLOCKED
  Rule: An agent identity gets no delegated permission that is blocked for agents

    Scenario: A caller can grant an ordinary application a permission blocked for agents
      When the administrator grants "Intranet" the scope "Directory.AccessAsUser.All" of "Microsoft Graph"
      Then the directory accepts it

    Scenario Outline: A caller cannot grant <permission> to an agent identity
      When the administrator grants "Booking" the scope "User.Read <permission>" of "Microsoft Graph"
      Then the request is refused under rule "GRANT-BLOCKED"

      Examples: documented in agentid-platform-overview.md
        | permission                 |
        | Directory.AccessAsUser.All |
        | User.ReadWrite.All         |
        | Group.ReadWrite.All        |

  @mock @rule:GRANT-SINGLE
  Rule: A client has one permission grant for a resource and consent type

    Scenario: A client can have a grant for one user beside the grant for all
      Given the administrator has granted "Booking" the scope "User.Read" of "Microsoft Graph"
      When the administrator grants "Booking" the scope "User.Read" of "Microsoft Graph" for "Ada"
      Then the directory accepts it

    Scenario: A client cannot have a second grant for all
      Given the administrator has granted "Booking" the scope "User.Read" of "Microsoft Graph"
      When the administrator grants "Booking" the scope "Mail.Read" of "Microsoft Graph"
      Then the request is refused under rule "GRANT-SINGLE"
