Feature: Agent identities that call Microsoft Graph
  An agent identity calls Microsoft Graph with its token. The roles in the token decide what
  it can do.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GRAPH-PERMISSION
  Rule: A directory operation needs one of its permissions

    Scenario: An agent identity with a permission reads the objects it covers
      Given the administrator has assigned the role "User.Read.All" of "Microsoft Graph" to "Billing"
      When "Billing" lists the users
      Then the answer lists exactly:
        | Ada       |
        | Bea       |
        | Carlos    |
        | Assistant |

    @live
    Scenario: An agent identity without a permission cannot read blueprints
      When "Billing" lists the blueprints
      Then the request is refused under rule "GRAPH-PERMISSION"

    Scenario: An agent identity cannot read beyond its permission
      Given the administrator has assigned the role "User.Read.All" of "Microsoft Graph" to "Billing"
      When "Billing" lists the permission grants
      Then the request is refused under rule "GRAPH-PERMISSION"

    Scenario: An agent identity cannot assign itself a permission
      Given the administrator has assigned the role "Application.Read.All" of "Microsoft Graph" to "Billing"
      When "Billing" assigns the role "User.Read.All" of "Microsoft Graph" to "Billing"
      Then the request is refused under rule "GRAPH-PERMISSION"

  @mock @rule:GRAPH-TOKEN-TIME
  Rule: A directory token has not expired

    Scenario: An agent identity cannot read with an expired token
      Given "Booking" has a token for the directory that ended 2 minutes ago
      When a caller asks the directory with it
      Then the request is refused under rule "GRAPH-TOKEN-TIME"
