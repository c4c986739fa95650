Feature: What a refusal says when a token is about a user
  Refusals of all flows have one form. Those about users decide more: whether a program asks for
  consent, asks the person again, or gives up.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"

  @mock @live @rule:ERROR-BODY
  Rule: A refusal names the error, its numbers, the time and the correlation id

    Scenario Outline: The members of a refusal of <what> have their types
      Given a request of "Booking" <request>
      And its "<parameter>" is "<value>"
      When it is sent
      Then the members of the answer have these types:
        | a text                  | error error_description timestamp suberror claims |
        | a list of whole numbers | error_codes                                       |
        | a GUID                  | trace_id correlation_id                           |
        | an https address        | error_uri                                         |
      And the answer has at least the members:
        | error     | error_description | error_codes    |
        | timestamp | trace_id          | correlation_id |
      And the answer says:
        | timestamp          | 0 seconds ago     |
        | error_codes.length | 1                 |
        | suberror           | <suberror>        |
      And the description of the answer repeats its "trace_id" and its "correlation_id"
      And the answer has the headers:
        | content-type | matching ^application/json(;\|$) |

      Examples: captured for missing consent; a program must not ask for consent in vain
        | what                      | request                                  | parameter     | value                                     | suberror                       |
        | no token of a person      | for "Microsoft Graph" on behalf of "Bea" | assertion     | Bea                                       | matching ^(?!consent_required) |
        | an unknown user           | for "Microsoft Graph" as "Assistant"     | user_id       | {nobody}                                  | matching ^(?!consent_required) |
        | an unknown refresh token  | that renews the token                    | refresh_token | 1.AnobodysToken                           | matching ^(?!consent_required) |
        | what a person withholds   | for "Microsoft Graph" on behalf of "Bea" | scope         | {Microsoft Graph}/Sites.FullControl.All   | consent_required               |
        | what nobody grants a user | for "Microsoft Graph" as "Assistant"     | scope         | {Microsoft Graph}/Sites.FullControl.All   | consent_required               |
        | what a renewal adds       | that renews the token                    | scope         | {Microsoft Graph}/Sites.FullControl.All   | consent_required               |

  @mock @live @rule:CONSENT-DELEGATED
  Rule: A client gets a token for a user only with permissions that were consented to

    Scenario Outline: The refusal of <what> says that consent is missing
      Given a request of "Booking" <request>
      And its "scope" is "{Microsoft Graph}/Sites.FullControl.All"
      When it is sent
      Then the request is refused under rule "CONSENT-DELEGATED"
      And the answer says:
        | suberror | consent_required |

      Examples: captured for both flows
        | what                      | request                                  |
        | what a person withholds   | for "Microsoft Graph" on behalf of "Bea" |
        | what nobody grants a user | for "Microsoft Graph" as "Assistant"     |
        | what a renewal adds       | that renews the token                    |

  @mock @live @rule:ERROR-SECRECY
  Rule: A refusal repeats no credential of its request

    Scenario Outline: A refusal <request> repeats none of its tokens
      Given a request of "Booking" <request>
      And its "scope" is "{Microsoft Graph}/Sites.FullControl.All"
      When it is sent
      Then the refusal repeats nothing that was secret

      Examples: the token of a person, T1, T2 and a refresh token open what they are for
        | request                                  |
        | for "Microsoft Graph" on behalf of "Bea" |
        | for "Microsoft Graph" as "Assistant"     |
        | that renews the token                    |
