Feature: Deleting and restoring
  A caller can restore a deleted object for 30 days. Agent identities follow the principal of
  their blueprint.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @rule:DELETE-RESTORE
  Rule: A deleted object can be restored for 30 days

    Scenario: The directory no longer has a deleted agent identity
      When the administrator deletes the agent identity "Booking"
      Then the directory does not have the agent identity "Booking"

    Scenario: The directory lists a deleted agent identity among the deleted principals
      Given the administrator has deleted the agent identity "Booking"
      When the administrator lists the deleted principals
      Then the answer lists "Booking"

    Scenario: A blueprint gets no T1 for a deleted agent identity
      Given the administrator has deleted the agent identity "Booking"
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FMI-KNOWN"

    Scenario: A deleted blueprint cannot prove itself
      Given the administrator has deleted the blueprint "Concierge"
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CLIENT-KNOWN"

    Scenario: A restored agent identity gets a token
      Given the administrator has deleted the agent identity "Booking"
      And the administrator has restored the agent identity "Booking"
      When "Booking" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A caller restores an agent identity after 29 days
      Given the administrator has deleted the agent identity "Booking"
      And 29 days have passed
      When the administrator restores the agent identity "Booking"
      Then the directory has the agent identity "Booking"

    Scenario: A caller cannot restore an agent identity after 30 days
      Given the administrator has deleted the agent identity "Booking"
      And 30 days have passed
      When the administrator restores the agent identity "Booking"
      Then the request is refused under rule "GRAPH-OBJECT"

    Scenario: A caller restores an agent user
      Given the administrator has created the agent user "front-desk" of "Billing"
      And the administrator has deleted the agent user "front-desk"
      When the administrator restores the agent user "front-desk"
      Then the directory has the agent user "front-desk"

  @mock @rule:RESTORE-WHOLE
  Rule: A restored blueprint keeps its credentials

    Scenario: A restored blueprint proves itself as before
      Given the administrator has deleted the blueprint "Concierge"
      And the administrator has restored the blueprint "Concierge"
      And the administrator has restored the principal of "Concierge"
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: A restored blueprint shows its earlier client secret
      Given the administrator has deleted the blueprint "Concierge"
      When the administrator restores the blueprint "Concierge"
      Then the blueprint "Concierge" now says:
        | passwordCredentials.length | 1 |

  @mock @rule:DELETE-CASCADE
  Rule: Agent identities are deleted a day after the principal of their blueprint

    Scenario: The directory still has an agent identity right after its blueprint is deleted
      When the administrator deletes the blueprint "Concierge"
      Then the directory has the agent identity "Booking"

    Scenario: The directory deletes the agent identity a day later
      Given the administrator has deleted the principal of "Concierge"
      And 25 hours have passed
      When the administrator lists the agent identities
      Then the answer lists exactly:
        | Parcel |

    Scenario: A principal that is restored in time keeps its agent identities
      Given the administrator has deleted the principal of "Concierge"
      And 23 hours have passed
      And the administrator has restored the principal of "Concierge"
      And 2 hours have passed
      When the administrator lists the agent identities
      Then the answer lists exactly:
        | Parcel  |
        | Booking |
        | Billing |

  @mock @rule:DELETE-FOR-GOOD
  Rule: A deleted object can be deleted permanently

    Scenario: A caller cannot restore a permanently deleted agent identity
      Given the administrator has deleted the agent identity "Booking"
      And the administrator has permanently deleted the agent identity "Booking"
      When the administrator restores the agent identity "Booking"
      Then the request is refused under rule "GRAPH-OBJECT"

  @mock @rule:PRINCIPAL-HARD-DELETE
  Rule: A blueprint principal cannot be deleted permanently

    Scenario: A caller permanently deletes a blueprint without a principal
      Given the administrator has deleted the blueprint "Courier"
      When the administrator permanently deletes the blueprint "Courier"
      Then the directory accepts it

    Scenario: A caller cannot permanently delete a blueprint principal
      Given the administrator has deleted the principal of "Courier"
      When the administrator permanently deletes the principal of "Courier"
      Then the request is refused under rule "PRINCIPAL-HARD-DELETE"
