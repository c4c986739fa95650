Feature: Redeeming a forbidden T1
  Whether a tenant looks at the agent identity when it issues T1 is not known. If it issues a T1
  that a rule forbids, the agent identity still cannot redeem it.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:T1-PARENT
  Rule: T1 comes from the blueprint of the agent identity that redeems it

    Scenario: An agent identity redeems the T1 that its own blueprint obtained for it
      Given "Concierge" has obtained T1 for "Billing"
      When "Billing" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Billing"

    Scenario Outline: <agent> cannot redeem a T1 that another blueprint obtained for "Booking"
      Given "Courier" has obtained T1 for "Booking", which rule "FMI-OWN-AGENT" forbids
      When <agent> redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-PARENT"

      Examples: learn.microsoft.com, a blueprint impersonates its own agent identities only
        | agent     |
        | "Booking" |
        | "Billing" |

    Scenario: An agent identity cannot redeem a T1 of another blueprint that names nobody
      Given "Courier" has obtained T1 with the fmi_path "{nobody}", which rule "FMI-KNOWN" forbids
      When "Booking" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-PARENT"

  @mock @live @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it

    Scenario: The second agent identity redeems the T1 that names it
      Given "Concierge" has obtained T1 with the fmi_path "{Billing}"
      When "Billing" redeems it for the token exchange
      Then a token for the token exchange is issued to "Billing"

    Scenario: The agent identity of the other blueprint cannot redeem what that obtained for a foreign one
      Given "Courier" has obtained T1 for "Booking", which rule "FMI-OWN-AGENT" forbids
      When "Parcel" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-AGENT"

    Scenario Outline: An agent identity cannot redeem a T1 that names <somebody else>
      Given "Concierge" has obtained T1 with the fmi_path "<path>", which rule "FMI-KNOWN" forbids
      When "Booking" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-AGENT"

      Examples: the subject of T1 repeats the path
        | somebody else      | path        |
        | nobody             | {nobody}    |
        | the blueprint      | {Concierge} |
        | another blueprint  | {Courier}   |

  @mock @live @rule:T1-SUBJECT
  Rule: The subject of T1 names an agent identity

    Scenario: An agent identity redeems a T1 whose subject ends with its id
      Given "Concierge" has obtained T1 with the fmi_path "{Booking}"
      When "Booking" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario Outline: An agent identity cannot redeem a T1 that names <no agent identity>
      Given "Concierge" has obtained T1 with the fmi_path "<path>", which rule "FMI-KNOWN" forbids
      When "Booking" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-SUBJECT"

      Examples: whoever reads only the end or the beginning of a path takes it for an agent identity
        | no agent identity             | path                 |
        | a path that ends with its id  | agents/{Booking}     |
        | a path that starts with its id| {Booking}/agents     |
        | its id after another one      | {nobody}/{Booking}   |
        | its id with a letter more     | {Booking}x         |

    Scenario: An agent identity cannot redeem a token exchange token that another one requested for it
      Given "Booking" has obtained T1 for "Billing", which rule "FMI-BLUEPRINT" forbids
      When "Billing" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "T1-SUBJECT"

  @mock @live @rule:FIC-T1
  Rule: T1 proves an agent identity, not the blueprint that obtained it

    Scenario: A blueprint that is known otherwise gets its own token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    Scenario: A T1 that names the blueprint itself does not prove the blueprint
      Given "Concierge" has obtained T1 with the fmi_path "{Concierge}", which rule "FMI-KNOWN" forbids
      When "Concierge" redeems it for "Microsoft Graph"
      Then the proof is refused, by the mock under rule "FIC-T1"

  @mock @live @rule:CLIENT-KNOWN
  Rule: The client exists in the requested tenant

    Scenario: An agent identity that the tenant knows redeems its T1
      Given "Courier" has obtained T1 for "Parcel"
      When "Parcel" redeems it for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Parcel"

    Scenario: An agent identity that nobody has made cannot redeem the T1 that names it
      Given "Concierge" has obtained T1 with the fmi_path "{nobody}", which rule "FMI-KNOWN" forbids
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "client_id" is "{nobody}"
      When it is sent
      Then the proof is refused, by the mock under rule "CLIENT-KNOWN"
