Feature: Relaxing a rule
  Where nobody has seen what Microsoft Entra does, the mock refuses. Whoever knows better
  switches such a rule off.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOOL-RELAX
  Rule: A tenant can relax an inferred rule

    Scenario: A relaxed rule refuses nothing
      Given the rule "FMI-OWN-AGENT" is relaxed at "Contoso"
      When "Courier" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Courier"

    Scenario: A relaxed rule leaves the others in force
      Given the rule "FMI-OWN-AGENT" is relaxed at "Contoso"
      When "Courier" asks for T1 with the fmi_path "{nobody}"
      Then the request is refused under rule "FMI-KNOWN"

    Scenario: The rules relaxed last are the only ones relaxed
      Given the rule "FMI-OWN-AGENT" is relaxed at "Contoso"
      And the rule "FMI-KNOWN" is relaxed at "Contoso"
      When "Courier" asks for T1 for "Booking"
      Then the request is refused under rule "FMI-OWN-AGENT"

    Scenario Outline: <rule> cannot be relaxed
      Given a request to "/_mock/rules?tenant={Contoso}"
      And its method is "PUT"
      And its body is '{"relaxedRules":["<rule>"]}'
      When it is sent
      Then the answer says:
        | problems.0 | matching <reason> |

      Examples: a rule that Microsoft Entra is known to enforce, a promise, and nothing
        | rule        | reason           |
        | CRED-SECRET | is not inferred  |
        | TOKEN-T1    | is not inferred  |
        | NO-SUCH     | unknown rule     |
