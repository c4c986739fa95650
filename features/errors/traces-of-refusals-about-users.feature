Feature: Tracing a refusal about a user
  A refusal about a user can be traced and is kept by no cache, as all others.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"

  @mock @live @rule:ERROR-CORRELATION
  Rule: A refusal repeats the correlation id of its request

    Scenario Outline: The refusal of <what> repeats the correlation id of its request
      Given a request of "Booking" <request>
      And its "<parameter>" is "<value>"
      And its header "client-request-id" is "{nobody}"
      When it is sent
      Then the answer says:
        | correlation_id | {nobody} |

      Examples: as of every other request
        | what                      | request                                  | parameter     | value           |
        | no token of a person      | for "Microsoft Graph" on behalf of "Bea" | assertion     | Bea             |
        | an unknown user           | for "Microsoft Graph" as "Assistant"     | user_id       | {nobody}        |
        | an unknown refresh token  | that renews the token                    | refresh_token | 1.AnobodysToken |

  @mock @live @rule:ERROR-TRACE
  Rule: A refusal and its headers name the same request

    Scenario Outline: The headers of a refusal of <what> name its request
      Given a request of "Booking" <request>
      And its "<parameter>" is "<value>"
      When it is sent
      Then the header "x-ms-request-id" of the answer is its "trace_id"

      Examples: as of every other request
        | what                      | request                                  | parameter     | value           |
        | no token of a person      | for "Microsoft Graph" on behalf of "Bea" | assertion     | Bea             |
        | an unknown user           | for "Microsoft Graph" as "Assistant"     | user_id       | {nobody}        |
        | an unknown refresh token  | that renews the token                    | refresh_token | 1.AnobodysToken |

  @mock @live @rule:ERROR-CACHE
  Rule: The token endpoint forbids caching of its answers

    Scenario Outline: The token endpoint forbids caching of a refusal of <what>
      Given a request of "Booking" <request>
      And its "<parameter>" is "<value>"
      When it is sent
      Then the answer has the headers:
        | cache-control | matching no-store |
        | pragma        | no-cache          |
        | expires       | -1                |

      Examples: as of every other request
        | what                      | request                                  | parameter     | value           |
        | no token of a person      | for "Microsoft Graph" on behalf of "Bea" | assertion     | Bea             |
        | an unknown user           | for "Microsoft Graph" as "Assistant"     | user_id       | {nobody}        |
        | an unknown refresh token  | that renews the token                    | refresh_token | 1.AnobodysToken |
