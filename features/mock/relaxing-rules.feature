Feature: Relaxing a rule
  The mock refuses a request where the behaviour of Microsoft Entra is unknown. If you know
  better, you can switch off such a rule.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-RELAX
  Rule: A tenant can relax an inferred rule

    Scenario: The mock does not enforce a relaxed rule
      Given the rule "FMI-OWN-AGENT" is relaxed at "Contoso"
      When "Courier" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Courier"

    Scenario: The mock enforces the other rules when one is relaxed
      Given the rule "FMI-OWN-AGENT" is relaxed at "Contoso"
      When "Courier" asks for T1 with the fmi_path "{nobody}"
      Then the request is refused under rule "FMI-KNOWN"

    Scenario: Only the last set of relaxed rules applies
      Given the rule "FMI-OWN-AGENT" is relaxed at "Contoso"
      And the rule "FMI-KNOWN" is relaxed at "Contoso"
      When "Courier" asks for T1 for "Booking"
      Then the request is refused under rule "FMI-OWN-AGENT"

    Scenario Outline: A tenant cannot relax <rule>
      Given a request to "/_mock/rules?tenant={Contoso}"
      And its method is "PUT"
      And its body is '{"relaxedRules":["<rule>"]}'
      When it is sent
      Then the answer says:
        | problems.0 | matching <reason> |

      Examples: a rule that Microsoft Entra is known to enforce, a promise, and an unknown id
        | rule        | reason           |
        | CRED-SECRET | is not inferred  |
        | TOKEN-T1    | is not inferred  |
        | NO-SUCH     | unknown rule     |
