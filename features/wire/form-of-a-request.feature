Feature: The form of a token request
  A token request is a form in the body of a POST. Whatever else carries the same parameters is no
  token request.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:REQ-METHOD
  Rule: Token requests use POST

    Scenario: The token endpoint reads the form of a token request sent by POST
      Given a request of "Concierge" for T1 for "Booking"
      And its parameters are in its body
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: The token endpoint refuses the form of a token request sent by <method>
      Given a request of "Concierge" for T1 for "Booking"
      And its parameters are in its body
      And its method is "<method>"
      When it is sent
      Then the proof is refused, by the mock under rule "REQ-METHOD"

      Examples: RFC 6749 section 3.2 has POST alone
        | method |
        | PUT    |
        | PATCH  |

  @mock @live @rule:REQ-CONTENT-TYPE
  Rule: A token request is a form

    Scenario Outline: The token endpoint reads a form that is declared as <type>
      Given a request of "Concierge" for T1 for "Booking"
      And its header "Content-Type" is "<type>"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

      Examples: @azure/msal-common Constants.ts; RFC 9110 section 8.3.1
        | type                                            |
        | application/x-www-form-urlencoded;charset=utf-8 |
        | application/x-www-form-urlencoded;charset=UTF-8 |

    Scenario: The token endpoint does not read the parameters of T1 in JSON
      Given a request of "Concierge" for T1 for "Booking"
      And its body is sent as JSON
      When it is sent
      Then the request is refused under rule "REQ-CONTENT-TYPE"

  @mock @live @rule:REQ-REPEATED
  Rule: No parameter is sent twice

    Scenario: The token endpoint reads a form in which no name stands twice
      Given a request of "Concierge" for T1 for "Booking"
      And its body ends with "&login_hint=Booking"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: The token endpoint refuses a second <parameter>
      Given a request of "Concierge" for T1 for "Booking"
      And its body ends with "&<parameter>=<value>"
      When it is sent
      Then the request is refused under rule "REQ-REPEATED"

      Examples: RFC 6749 section 3.2, whoever reads the first or the last takes part of it
        | parameter  | value                      |
        | grant_type | client_credentials         |
        | client_id  | {Courier}                  |
        | fmi_path   | {Billing}                  |
        | scope      | {Microsoft Graph}/.default |

    Scenario Outline: The token endpoint refuses a redemption with a second <parameter>
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its "<parameter>" is repeated
      When it is sent
      Then the request is refused under rule "REQ-REPEATED"

      Examples: RFC 6749 section 3.2
        | parameter             |
        | client_assertion      |
        | client_assertion_type |
