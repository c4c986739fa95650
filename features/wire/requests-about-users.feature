Feature: The form of requests about users
  Libraries send more than a flow needs, name the tenant by a domain, and may be forged to say two
  things at once. The token endpoint reads these requests as it reads all others.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"
    And "Booking" has obtained a refresh token for "Microsoft Graph" as "Assistant"

  @mock @live @rule:TOKEN-EXTRAS
  Rule: Parameters outside the flow have no effect

    Scenario Outline: A request <request> may say what client libraries say
      Given a request of "Booking" <request>
      And its "client_info" is "1"
      And its "x-client-SKU" is "MSAL.Python"
      And its "x-client-VER" is "1.39.0"
      And its "x-client-current-telemetry" is "4|523,0|"
      And its "x-ms-lib-capability" is "retry-after, h429"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

      Examples: sent by msal 1.39.0 and @azure/msal-node 7.2.3
        | request                                  |
        | for "Microsoft Graph" on behalf of "Bea" |
        | for "Microsoft Graph" as "Assistant"     |
        | that renews the token                    |

    Scenario Outline: The routing header of <a request> does not decide about it
      Given a request of "Booking" <request>
      And its header "X-AnchorMailbox" is "Oid:{nobody}@{Contoso}"
      When it is sent
      Then the token says:
        | appid | the client id of Booking |
        | oid   | the id of <user>         |

      Examples: sent by msal 1.39.0
        | a request                       | request                                  | user      |
        | a request on behalf of a person | for "Microsoft Graph" on behalf of "Bea" | Bea       |
        | a request as an agent user      | for "Microsoft Graph" as "Assistant"     | Assistant |
        | a renewal                       | that renews the token                    | Assistant |

    Scenario Outline: The capabilities that a client announces <how> have no effect on who gets what
      Given a request of "Booking" <request>
      And its "claims" is "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

      Examples: learn.microsoft.com/entra/identity-platform/claims-challenge, client capabilities
        | how              | request                              |
        | as an agent user | for "Microsoft Graph" as "Assistant" |
        | when it renews   | that renews the token                |

  @mock @live @rule:REQ-REPEATED
  Rule: No parameter is sent twice

    Scenario Outline: The token endpoint refuses a second <parameter> in a request about a user
      Given a request of "Booking" <request>
      And its "<parameter>" is repeated
      When it is sent
      Then the request is refused under rule "REQ-REPEATED"

      Examples: RFC 6749 section 3.2
        | parameter                          | request                                  |
        | assertion                          | for "Microsoft Graph" on behalf of "Bea" |
        | requested_token_use                | for "Microsoft Graph" on behalf of "Bea" |
        | user_federated_identity_credential | for "Microsoft Graph" as "Assistant"     |
        | user_id                            | for "Microsoft Graph" as "Assistant"     |
        | refresh_token                      | that renews the token                    |

  @mock @live @rule:TENANT-NAME
  Rule: A request names its tenant by id or domain name

    Scenario Outline: A request <request> may name the tenant by a domain
      Given a request of "Booking" <request>
      And its path names a domain of the tenant that the administrator finds in the directory
      When it is sent
      Then the token says:
        | appid | the client id of Booking        |
        | tid   | the tenant id of Contoso        |
        | iss   | the version 1 issuer of Contoso |

      Examples: learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
        | request                                  |
        | for "Microsoft Graph" on behalf of "Bea" |
        | for "Microsoft Graph" as "Assistant"     |
        | that renews the token                    |
