Feature: Tokens for the directory
  The directory accepts tokens that the tenant issued for it, from callers that it knows.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:GRAPH-TOKEN-PRESENT
  Rule: A directory request carries a bearer token

    Scenario: A caller with a token reads about the tenant
      When the administrator lists the tenants
      Then the answer says:
        | value.0.id | the tenant id of Contoso |

    Scenario: A caller without a token reads nothing
      When a caller asks the directory without a token
      Then the request is refused under rule "GRAPH-TOKEN-PRESENT"

  @rule:GRAPH-TOKEN-GENUINE
  Rule: A directory request carries a token with a valid signature

    @mock
    Scenario: The directory accepts a token that the tenant signed
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      When a caller asks the directory with it
      Then the directory accepts it

    @mock
    Scenario: The directory refuses a token signed with a foreign key
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      When a caller asks the directory with a copy of it signed with another key
      Then the request is refused under rule "GRAPH-TOKEN-GENUINE"

    @mock
    Scenario: The directory refuses text that is not a token
      When a caller asks the directory with text that is not a token
      Then the request is refused under rule "GRAPH-TOKEN-GENUINE"

  @mock @rule:GRAPH-TOKEN-ISSUER
  Rule: The issuer of a directory token is the tenant that the token names

    Scenario: The directory accepts a token that names its own tenant
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      When a caller asks the directory with it
      Then the directory accepts it

    Scenario: The directory refuses a token that names another issuer
      Given "Provisioner" has a token for the directory that names the issuer of Fabrikam
      When a caller asks the directory with it
      Then the request is refused under rule "GRAPH-TOKEN-ISSUER"

  @rule:GRAPH-TOKEN-AUDIENCE
  Rule: The audience of a directory token is Microsoft Graph

    @mock
    Scenario: The directory accepts a token for Microsoft Graph by its id
      Given "Provisioner" has obtained a token for "Microsoft Graph" by its id
      When a caller asks the directory with it
      Then the directory accepts it

    @mock @live
    Scenario: The directory refuses T1
      Given "Concierge" has obtained T1 for "Booking"
      When a caller asks the directory with it
      Then the request is refused under rule "GRAPH-TOKEN-AUDIENCE"

    @mock
    Scenario: The directory refuses a token for another resource
      Given "Booking" has obtained a token for "Orders API"
      When a caller asks the directory with it
      Then the request is refused under rule "GRAPH-TOKEN-AUDIENCE"

  @mock @rule:GRAPH-TOKEN-TIME
  Rule: A directory token has not expired

    Scenario: The directory accepts a token until it expires
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      And 58 minutes have passed
      When a caller asks the directory with it
      Then the directory accepts it

    Scenario: The directory refuses an expired token
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      And 62 minutes have passed
      When a caller asks the directory with it
      Then the request is refused under rule "GRAPH-TOKEN-TIME"

  @mock @rule:GRAPH-CALLER
  Rule: The application that calls the directory has a principal there

    Scenario: The directory knows an application with a principal
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      When a caller asks the directory with it
      Then the directory accepts it

    Scenario: The directory does not know an application whose principal was deleted
      Given "Intranet" has obtained a token for "Microsoft Graph"
      And the administrator has deleted the principal of "Intranet"
      When a caller asks the directory with the token obtained first
      Then the request is refused under rule "GRAPH-CALLER"
