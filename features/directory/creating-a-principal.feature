Feature: Creating the principal of a blueprint
  A blueprint acts in a tenant through its principal there. The directory creates the
  principal in a second step.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:PRINCIPAL-APART
  Rule: A new blueprint has no principal until one is created

    Scenario: The directory lists no principal for a new blueprint
      When the administrator creates the blueprint "Porter"
      Then none of the blueprint principals is called "Porter"

    Scenario: A principal has its own object id
      Given the administrator has created the blueprint "Porter"
      When the administrator creates the principal of "Porter"
      Then the answer says:
        | servicePrincipalType | Application             |
        | appId                | the client id of Porter |
      And its "id" differs from its "appId"

  @mock @rule:PRINCIPAL-MANAGER
  Rule: A blueprint principal may create agent identities without a grant

    Scenario: The token of a new blueprint names the permission
      Given the administrator has created the blueprint "Porter"
      And the administrator has created the principal of "Porter"
      And the administrator has added a client secret to the blueprint "Porter"
      When "Porter" asks for a token for "Microsoft Graph"
      Then the token says:
        | roles | the role AgentIdentity.CreateAsManager |

    Scenario: A new blueprint creates an agent identity
      Given the administrator has created the blueprint "Porter"
      And the administrator has created the principal of "Porter"
      And the administrator has added a client secret to the blueprint "Porter"
      When "Porter" creates the agent identity "Trolley" of "Porter"
      Then the directory has the agent identity "Trolley"

  @mock @rule:PRINCIPAL-BLUEPRINT
  Rule: A blueprint principal belongs to a blueprint

    Scenario: A blueprint gets a blueprint principal
      Given the administrator has created the blueprint "Porter"
      When the administrator creates the principal of "Porter"
      Then the directory accepts it

    Scenario: An ordinary application cannot get a blueprint principal
      When the administrator creates the principal of "Intranet"
      Then the request is refused under rule "PRINCIPAL-BLUEPRINT"

  @mock @rule:PRINCIPAL-APPLICATION
  Rule: A principal belongs to an application that can be used in the tenant

    Scenario: An ordinary application gets an ordinary principal
      Given the administrator has deleted the principal of "Intranet"
      When the administrator creates an ordinary principal of "Intranet"
      Then the directory accepts it

    Scenario: An unknown application gets no principal
      When the administrator creates an ordinary principal of "Intranet" with:
        | appId | {nobody} |
      Then the request is refused under rule "PRINCIPAL-APPLICATION"

  @mock @rule:PRINCIPAL-SINGLE
  Rule: An application has one principal in a tenant

    Scenario: A blueprint whose principal was deleted gets a new one
      Given the administrator has deleted the principal of "Concierge"
      When the administrator creates the principal of "Concierge"
      Then the directory accepts it

    Scenario: A blueprint cannot have a second principal
      When the administrator creates the principal of "Concierge"
      Then the request is refused under rule "PRINCIPAL-SINGLE"

    Scenario: A caller cannot restore a principal beside a new one
      Given the administrator has deleted the principal of "Courier"
      And the administrator has created an ordinary principal of "Courier"
      When the administrator restores the first principal of "Courier"
      Then the request is refused under rule "PRINCIPAL-SINGLE"

  @mock @rule:PRINCIPAL-PROPERTY
  Rule: The service principal names of a blueprint principal are read-only

    Scenario: A caller can set the tags of a blueprint principal
      When the administrator changes the principal of "Concierge":
        | tags | ["Front desk"] |
      Then the principal of "Concierge" now says:
        | tags.0 | Front desk |

    Scenario: A caller cannot set the service principal names of a blueprint principal
      When the administrator changes the principal of "Concierge":
        | servicePrincipalNames | ["api://porter"] |
      Then the request is refused under rule "PRINCIPAL-PROPERTY"
