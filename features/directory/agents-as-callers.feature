Feature: Agent identities that ask Microsoft Graph
  An agent identity uses its token at a resource. What the token names decides what it may.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:GRAPH-PERMISSION
  Rule: A directory operation needs one of its permissions

    Scenario: An agent identity that was assigned a permission reads
      Given the administrator has assigned the role "User.Read.All" of "Microsoft Graph" to "Billing"
      When "Billing" lists the users
      Then the answer lists exactly:
        | Ada |

    @live
    Scenario: An agent identity without a permission reads no blueprints
      When "Billing" lists the blueprints
      Then the request is refused under rule "GRAPH-PERMISSION"

    Scenario: An agent identity reads nothing beyond its permission
      Given the administrator has assigned the role "User.Read.All" of "Microsoft Graph" to "Billing"
      When "Billing" lists the permission grants
      Then the request is refused under rule "GRAPH-PERMISSION"

    Scenario: An agent identity does not assign itself a permission
      Given the administrator has assigned the role "Application.Read.All" of "Microsoft Graph" to "Billing"
      When "Billing" assigns the role "User.Read.All" of "Microsoft Graph" to "Billing"
      Then the request is refused under rule "GRAPH-PERMISSION"

  @mock @rule:GRAPH-TOKEN-TIME
  Rule: A directory token has not expired

    Scenario: An agent identity reads nothing with an expired token
      Given "Booking" has a token for the directory that ended 2 minutes ago
      When the directory is asked with it
      Then the request is refused under rule "GRAPH-TOKEN-TIME"
