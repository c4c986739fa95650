Feature: Inheritable permissions of a blueprint
  A blueprint says of which resources its agent identities inherit what its principal holds.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:INHERIT-CREATED
  Rule: A blueprint lists its inheritable permissions by resource

    Scenario: An inheritable permission says of which resource it is
      When the administrator makes permissions of "Microsoft Graph" inheritable from "Concierge"
      Then the answer says:
        | resourceAppId          | the client id of Microsoft Graph |
        | inheritableScopes.kind | allAllowed                       |
        | inheritableRoles.kind  | allAllowed                       |

    Scenario: An inheritable permission is listed
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      When the administrator lists the inheritable permissions of "Concierge"
      Then the answer says:
        | value.length          | 1                                |
        | value.0.resourceAppId | the client id of Microsoft Graph |

    Scenario: A changed inheritable permission is answered whole
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      When the administrator changes what of "Microsoft Graph" is inheritable from "Concierge":
        | inheritableRoles | {"kind":"none"} |
      Then the answer says:
        | resourceAppId          | the client id of Microsoft Graph |
        | inheritableScopes.kind | allAllowed                       |
        | inheritableRoles.kind  | none                             |

    Scenario: A removed inheritable permission is listed no longer
      Given the administrator has made permissions of "Microsoft Graph" inheritable from "Concierge"
      And the administrator has removed what of "Microsoft Graph" is inheritable from "Concierge"
      When the administrator lists the inheritable permissions of "Concierge"
      Then the answer lists nothing

  @mock @rule:INHERIT-ROLES
  Rule: An agent identity inherits roles of a resource that its blueprint lists as inheritable

    Background:
      Given the resource "Orders API" has the role "Orders.Pay"
      And the administrator has assigned the role "Orders.Pay" of "Orders API" to "Concierge"

    Scenario: A role of the blueprint is in the token of its agent identity
      Given the administrator has made permissions of "Orders API" inheritable from "Concierge"
      When "Billing" asks for a token for "Orders API"
      Then the token says:
        | roles | the role Orders.Pay |

    Scenario: A role of a resource that is not listed stays with the blueprint
      When "Billing" asks for a token for "Orders API"
      Then the token says nothing of "roles"

    Scenario: A resource of which no roles are inheritable leaves them with the blueprint
      Given the administrator has made permissions of "Orders API" inheritable from "Concierge"
      And the administrator has changed what of "Orders API" is inheritable from "Concierge":
        | inheritableRoles | {"kind":"none"} |
      When "Billing" asks for a token for "Orders API"
      Then the token says nothing of "roles"

  @mock @rule:INHERIT-RESOURCE
  Rule: An inheritable permission names its resource by a GUID

    Scenario: A resource is named by its application id
      When the administrator makes permissions of "Orders API" inheritable from "Concierge"
      Then the directory accepts it

    Scenario: A resource is not named by its address
      When the administrator makes permissions inheritable from "Concierge" with:
        | resourceAppId | {Orders API} |
      Then the request is refused under rule "INHERIT-RESOURCE"

  @mock @rule:INHERIT-SINGLE
  Rule: A blueprint has one inheritable permission for a resource

    Scenario: Permissions of two resources are inheritable
      Given the administrator has made permissions of "Orders API" inheritable from "Concierge"
      When the administrator makes permissions of "Microsoft Graph" inheritable from "Concierge"
      Then the directory accepts it

    Scenario: Permissions of a resource are not made inheritable twice
      Given the administrator has made permissions of "Orders API" inheritable from "Concierge"
      When the administrator makes permissions of "Orders API" inheritable from "Concierge"
      Then the request is refused under rule "INHERIT-SINGLE"

  @mock @rule:INHERIT-LIMIT
  Rule: A blueprint has inheritable permissions for at most ten resources

    Scenario: The tenth resource is taken
      Given the administrator has made permissions of 9 more resources inheritable from "Concierge"
      When the administrator makes permissions of "Orders API" inheritable from "Concierge"
      Then the directory accepts it

    Scenario: The eleventh resource is not taken
      Given the administrator has made permissions of 10 more resources inheritable from "Concierge"
      When the administrator makes permissions of "Orders API" inheritable from "Concierge"
      Then the request is refused under rule "INHERIT-LIMIT"
