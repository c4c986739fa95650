Feature: Tokens for the directory
  The directory takes tokens that the tenant issued for it, from callers that it knows.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:GRAPH-TOKEN-PRESENT
  Rule: A directory request carries a bearer token

    Scenario: Whoever has a token is told about the tenant
      When the administrator lists the tenants
      Then the answer says:
        | value.0.id | the tenant id of Contoso |

    Scenario: Whoever has none is told nothing
      When the directory is asked without a token
      Then the request is refused under rule "GRAPH-TOKEN-PRESENT"

  @rule:GRAPH-TOKEN-GENUINE
  Rule: A directory request carries a token with a valid signature

    @mock
    Scenario: A token that the tenant signed is taken
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      When the directory is asked with it
      Then the directory accepts it

    @mock
    Scenario: A token that somebody else signed is refused
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      When the directory is asked with a copy of it signed with another key
      Then the request is refused under rule "GRAPH-TOKEN-GENUINE"

    @mock
    Scenario: A text that is no token is refused
      When the directory is asked with a text that is no token
      Then the request is refused under rule "GRAPH-TOKEN-GENUINE"

  @mock @rule:GRAPH-TOKEN-ISSUER
  Rule: The issuer of a directory token is the tenant that the token names

    Scenario: A token that names its own tenant is taken
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      When the directory is asked with it
      Then the directory accepts it

    Scenario: A token that names another issuer is refused
      Given "Provisioner" has a token for the directory that names the issuer of Fabrikam
      When the directory is asked with it
      Then the request is refused under rule "GRAPH-TOKEN-ISSUER"

  @rule:GRAPH-TOKEN-AUDIENCE
  Rule: The audience of a directory token is Microsoft Graph

    @mock
    Scenario: A token for Microsoft Graph by its id is taken
      Given "Provisioner" has obtained a token for "Microsoft Graph" by its id
      When the directory is asked with it
      Then the directory accepts it

    @mock @live
    Scenario: T1 opens no directory
      Given "Concierge" has obtained T1 for "Booking"
      When the directory is asked with it
      Then the request is refused under rule "GRAPH-TOKEN-AUDIENCE"

    @mock
    Scenario: A token for another resource opens no directory
      Given "Booking" has obtained a token for "Orders API"
      When the directory is asked with it
      Then the request is refused under rule "GRAPH-TOKEN-AUDIENCE"

  @mock @rule:GRAPH-TOKEN-TIME
  Rule: A directory token has not expired

    Scenario: A token is taken until it ends
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      And 58 minutes have passed
      When the directory is asked with it
      Then the directory accepts it

    Scenario: A token is refused when it has ended
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      And 62 minutes have passed
      When the directory is asked with it
      Then the request is refused under rule "GRAPH-TOKEN-TIME"

  @mock @rule:GRAPH-CALLER
  Rule: The application that calls the directory has a principal there

    Scenario: An application that is there is known
      Given "Provisioner" has obtained a token for "Microsoft Graph"
      When the directory is asked with it
      Then the directory accepts it

    Scenario: An application whose principal was deleted is not known
      Given "Intranet" has obtained a token for "Microsoft Graph"
      And the administrator has deleted the principal of "Intranet"
      When the directory is asked with the token obtained first
      Then the request is refused under rule "GRAPH-CALLER"
