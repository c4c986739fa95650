Feature: Instance discovery
  A client that is given an unfamiliar host asks a familiar one whether it belongs to the
  cloud, and under which names the cloud goes.

  @rule:DISC-ALIASES
  Rule: Instance discovery names the hosts of the cloud

    @mock @live
    Scenario: The hosts of the public cloud are named as one
      Given a request to "/common/discovery/instance"
      And its "api-version" is "1.1"
      And its "authorization_endpoint" is "https://login.microsoftonline.com/{Contoso}/oauth2/v2.0/authorize"
      When it is sent
      Then the answer says:
        | api-version                  | 1.1                                  |
        | metadata.0.preferred_network | login.microsoftonline.com            |
        | metadata.0.preferred_cache   | login.windows.net                    |
        | metadata.0.aliases           | matching "login.microsoftonline.com" |
        | metadata.0.aliases           | matching "login.windows.net"         |
        | metadata.0.aliases           | matching "login.microsoft.com"       |
        | metadata.0.aliases           | matching "sts.windows.net"           |

    @mock @live
    Scenario: Instance discovery leads to the document of the tenant
      Given a request to "/common/discovery/instance"
      And its "api-version" is "1.1"
      And its "authorization_endpoint" is "{origin}/{Contoso}/oauth2/v2.0/authorize"
      When it is sent
      Then the answer says:
        | tenant_discovery_endpoint | {origin}/{Contoso}/v2.0/.well-known/openid-configuration |

    @mock
    Scenario: The host of the mock is a cloud of its own
      Given a request to "/common/discovery/instance"
      And its "api-version" is "1.1"
      And its "authorization_endpoint" is "{origin}/{Contoso}/oauth2/v2.0/authorize"
      When it is sent
      Then the answer says:
        | metadata.1.preferred_network | matching ^(localhost\|127\.0\.0\.1)(:\d+)?$ |
        | metadata.1.aliases.length    | 1                                           |
