Feature: Inheritable permissions of a blueprint
  A blueprint lists the resources whose permissions its agent identities inherit from its
  principal.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:INHERIT-CREATED
  Rule: A blueprint lists its inheritable permissions by resource

    Scenario: An inheritable permission names its resource
      When the administrator makes permissions of "Microsoft Graph" inheritable from "Concierge"
      Then the answer says:
        | resourceAppId          | the client id of Microsoft Graph |
        | inheritableScopes.kind | allAllowed                       |
        | inheritableRoles.kind  | allAllowed                       |

    Scenario: The directory lists an inheritable permission
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      When the administrator lists the inheritable permissions of "Concierge"
      Then the answer says:
        | value.length          | 1                                |
        | value.0.resourceAppId | the client id of Microsoft Graph |

    Scenario: The answer to a change contains the whole inheritable permission
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      When the administrator changes which permissions of "Microsoft Graph" are inheritable from "Concierge":
        | inheritableRoles | {"kind":"none"} |
      Then the answer says:
        | resourceAppId          | the client id of Microsoft Graph |
        | inheritableScopes.kind | allAllowed                       |
        | inheritableRoles.kind  | none                             |

    Scenario: A change of inheritable scopes does not change the roles
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      When the administrator changes which permissions of "Microsoft Graph" are inheritable from "Concierge":
        | inheritableScopes | {"kind":"none"} |
      Then the answer says:
        | inheritableScopes.kind | none       |
        | inheritableRoles.kind  | allAllowed |

    Scenario: The directory no longer lists a removed inheritable permission
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      And the administrator has removed the permissions of "Microsoft Graph" inheritable from "Concierge"
      When the administrator lists the inheritable permissions of "Concierge"
      Then the answer lists nothing

  @mock @rule:INHERIT-ROLES
  Rule: An agent identity inherits roles of a resource that its blueprint lists as inheritable

    Background:
      Given the resource "Orders API" has the role "Orders.Pay"
      And the administrator has assigned the role "Orders.Pay" of "Orders API" to "Concierge"

    Scenario: The token of an agent identity names a role of its blueprint
      Given the administrator has made permissions of "Orders API" inheritable from "Concierge"
      When "Billing" asks for a token for "Orders API"
      Then the token says:
        | roles | the role Orders.Pay |

    Scenario: An agent identity does not inherit roles that its blueprint never made inheritable
      Given the administrator has made permissions of "Orders API" without its roles inheritable from "Concierge"
      When "Billing" asks for a token for "Orders API"
      Then the token does not contain "roles"

    Scenario: An agent identity does not inherit roles of an unlisted resource
      When "Billing" asks for a token for "Orders API"
      Then the token does not contain "roles"

    Scenario: An agent identity does not inherit roles of a resource that excludes them
      Given the administrator has made permissions of "Orders API" inheritable from "Concierge"
      And the administrator has changed which permissions of "Orders API" are inheritable from "Concierge":
        | inheritableRoles | {"kind":"none"} |
      When "Billing" asks for a token for "Orders API"
      Then the token does not contain "roles"

  @mock @rule:INHERIT-RESOURCE
  Rule: An inheritable permission names its resource by a GUID

    Scenario: A caller can name the resource by its application id
      When the administrator makes permissions of "Orders API" inheritable from "Concierge"
      Then the directory accepts it

    Scenario: A caller cannot name the resource by its application ID URI
      When the administrator makes permissions inheritable from "Concierge" with:
        | resourceAppId | {Orders API} |
      Then the request is refused under rule "INHERIT-RESOURCE"

  @mock @rule:INHERIT-SINGLE
  Rule: A blueprint has one inheritable permission for a resource

    Scenario: A blueprint can list permissions of two resources
      Given the administrator has made permissions of "Orders API" inheritable from "Concierge"
      When the administrator makes permissions of "Microsoft Graph" inheritable from "Concierge"
      Then the directory accepts it

    Scenario: A blueprint cannot list permissions of one resource twice
      Given the administrator has made permissions of "Orders API" inheritable from "Concierge"
      When the administrator makes permissions of "Orders API" inheritable from "Concierge"
      Then the request is refused under rule "INHERIT-SINGLE"

  @mock @rule:INHERIT-LIMIT
  Rule: A blueprint has inheritable permissions for at most ten resources

    Scenario: A blueprint can list a tenth resource
      Given the administrator has made permissions of 9 more resources inheritable from "Concierge"
      When the administrator makes permissions of "Orders API" inheritable from "Concierge"
      Then the directory accepts it

    Scenario: A blueprint cannot list an eleventh resource
      Given the administrator has made permissions of 10 more resources inheritable from "Concierge"
      When the administrator makes permissions of "Orders API" inheritable from "Concierge"
      Then the request is refused under rule "INHERIT-LIMIT"
