Feature: Permissions to read and to remove
  What a caller may not change, it may not remove either; and reading needs a permission too.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GRAPH-PERMISSION
  Rule: A directory operation needs one of its permissions

    Scenario Outline: A caller who can only read agent identities cannot list <listing>
      When "Intranet" with the permission "AgentIdentity.Read.All" lists <listing>
      Then the request is refused under rule "GRAPH-PERMISSION"

      Examples: permission tables of the reference
        | listing               |
        | the sign-ins          |
        | the domains           |
        | the groups            |
        | the users             |
        | the permission grants |

    Scenario Outline: A caller who can only read applications cannot remove <what>
      Given a request of the administrator with the permission "Application.Read.All" to the directory for "<path>"
      And its method is "DELETE"
      When it is sent
      Then the request is refused under rule "GRAPH-PERMISSION"

      Examples: permission tables of the reference
        | what                 | path                                                    |
        | a permission grant   | /oauth2PermissionGrants/{nobody}                        |
        | an assigned role     | /servicePrincipals/{Booking}/appRoleAssignments/{nobody} |
        | an owner             | /servicePrincipals/{Booking}/owners/{nobody}/$ref       |
        | a sponsor            | /servicePrincipals/{Booking}/sponsors/{nobody}/$ref     |
        | a member of a group  | /groups/{Agent owners}/members/{nobody}/$ref            |

    Scenario Outline: A caller who can only read applications cannot name <whom>
      Given a request of the administrator with the permission "Application.Read.All" to the directory for "<path>"
      And its method is "<method>"
      And its body says:
        | @odata.id | https://graph.microsoft.com/v1.0/users/{Ada} |
      When it is sent
      Then the request is refused under rule "GRAPH-PERMISSION"

      Examples: permission tables of the reference
        | whom                  | method | path                                 |
        | a member of a group   | POST   | /groups/{Agent owners}/members/$ref  |
        | the manager of a user | PUT    | /users/{Ada}/manager/$ref            |
