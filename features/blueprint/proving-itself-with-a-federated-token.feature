Feature: Proving itself with a federated token
  A blueprint without a secret presents a token from an issuer that it trusts. Its federated
  identity credential names the issuer, the subject and the audience.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Concierge" trusts an external issuer

  @rule:FIC-CONFIGURED
  Rule: Only a client with a federated identity credential can use a federated token

    @mock @live
    Scenario: A blueprint proves itself with a token from an issuer that it trusts
      Given "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

    @mock @live
    Scenario: A blueprint cannot use the federated token of its neighbour
      Given "Courier" presents the federated token of another blueprint
      When "Courier" asks for T1 for "Parcel"
      Then the proof is refused, by the mock under rule "FIC-CONFIGURED"

    @mock
    Scenario: A blueprint that trusts no issuer cannot use a federated token
      Given "Concierge" trusts no federated token
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-CONFIGURED"

  @rule:FIC-ISSUER
  Rule: A federated identity credential names the issuer of a federated token

    @mock @live
    Scenario: A blueprint gets a token with a federated token from the trusted issuer
      Given "Concierge" presents a federated token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Concierge"

    @mock
    Scenario: A blueprint cannot use a federated token from an unnamed issuer
      Given "Concierge" presents a federated token of another issuer
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "FIC-ISSUER"

  @rule:FIC-AUDIENCE
  Rule: The federated identity credential names the audience of a federated token

    @mock @live
    Scenario: A blueprint can use a federated token for the token exchange
      Given "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | azp    | the client id of Concierge |
        | azpacr | 2                          |

    @mock
    Scenario: A blueprint cannot use a federated token for another audience
      Given "Concierge" presents a federated token for another audience
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-AUDIENCE"

  @rule:FIC-SUBJECT
  Rule: The federated identity credential names the subject of a federated token

    @mock @live
    Scenario: A blueprint can use a federated token about the named subject
      Given "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then the token says:
        | sub | the agent subject of Booking |

    @mock
    Scenario: A blueprint cannot use a federated token about another subject
      Given "Concierge" presents a federated token of another subject
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-SUBJECT"

  @mock @rule:FIC-SUBJECT-CASE
  Rule: The subject of a federated token matches in letter case too

    Scenario: A blueprint can use a federated token that spells its subject exactly
      Given "Concierge" presents a federated token
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the token says:
        | appid    | the client id of Concierge |
        | appidacr | 2                          |

    Scenario: A blueprint cannot use a federated token that spells its subject in upper case
      Given "Concierge" presents a federated token of its subject in upper case
      When "Concierge" asks for a token for "Microsoft Graph"
      Then the request is refused under rule "FIC-SUBJECT-CASE"

  @mock @rule:FIC-EXPRESSION
  Rule: The expression of a flexible federated identity credential fits the claims of a token

    Scenario Outline: A federated token whose claims fit <expression> proves the blueprint
      Given "Concierge" trusts an external issuer by the expression "<expression>"
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then T1 for "Booking" is issued to "Concierge"

      Examples: learn.microsoft.com, flexible federated identity credentials
        | expression                                                     |
        | claims['sub'] matches '*'                                      |
        | claims['sub'] matches '*' and claims['iss'] matches 'https:*' |

    Scenario Outline: A federated token whose claims do not fit <expression> proves nobody
      Given "Concierge" trusts an external issuer by the expression "<expression>"
      And "Concierge" presents a federated token
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "FIC-EXPRESSION"

      Examples: public posts quote number and text
        | expression                                            |
        | claims['sub'] eq 'somebody else'                      |
        | claims['sub'] matches '*' and claims['ref'] eq 'main' |
