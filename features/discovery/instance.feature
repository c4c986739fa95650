Feature: Instance discovery
  A client with an unfamiliar host asks a familiar one whether the host belongs to the cloud,
  and which names the cloud has.

  @rule:DISC-ALIASES
  Rule: Instance discovery names the hosts of the cloud

    @mock @live
    Scenario: Instance discovery names the hosts of the public cloud together
      Given a request to "/common/discovery/instance"
      And its "api-version" is "1.1"
      And its "authorization_endpoint" is "https://login.microsoftonline.com/{Contoso}/oauth2/v2.0/authorize"
      When it is sent
      Then the entry of its "metadata" with "login.microsoftonline.com" says:
        | preferred_network | login.microsoftonline.com      |
        | preferred_cache   | login.windows.net              |
        | aliases           | with login.microsoftonline.com |
        | aliases           | with login.windows.net         |
        | aliases           | with login.microsoft.com       |
        | aliases           | with sts.windows.net           |
      And the answer says:
        | api-version | 1.1 |

    @mock
    Scenario Outline: Instance discovery names the hosts of the <cloud> cloud together
      Given a request to "/common/discovery/instance"
      And its "api-version" is "1.1"
      And its "authorization_endpoint" is "https://login.microsoftonline.com/{Contoso}/oauth2/v2.0/authorize"
      When it is sent
      Then the entry of its "metadata" with "<host>" says:
        | preferred_network | <host>       |
        | aliases           | with <host>  |
        | aliases           | with <other> |

      Examples: library: AuthorityMetadata of @azure/msal-common
        | cloud         | host                            | other                    |
        | China         | login.partner.microsoftonline.cn | login.chinacloudapi.cn  |
        | US Government | login.microsoftonline.us        | login.microsoftonline.us |

    @mock @live
    Scenario: Instance discovery names the document of the tenant
      Given a request to "/common/discovery/instance"
      And its "api-version" is "1.1"
      And its "authorization_endpoint" is "{origin}/{Contoso}/oauth2/v2.0/authorize"
      When it is sent
      Then the answer says:
        | tenant_discovery_endpoint | {origin}/{Contoso}/v2.0/.well-known/openid-configuration |

    @mock @live
    Scenario: Instance discovery names the document of the tenant on a host of the public cloud
      Given a request to "/common/discovery/instance"
      And its "api-version" is "1.1"
      And its "authorization_endpoint" is "https://login.microsoftonline.com/common/oauth2/v2.0/authorize"
      When it is sent
      Then the answer says:
        | tenant_discovery_endpoint | https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration |

    @mock
    Scenario: Instance discovery names the host of the mock as its own cloud
      Given a request to "/common/discovery/instance"
      And its "api-version" is "1.1"
      And its "authorization_endpoint" is "{origin}/{Contoso}/oauth2/v2.0/authorize"
      When it is sent
      Then the answer says:
        | metadata.1.preferred_network | matching ^(localhost\|127\.0\.0\.1)(:\d+)?$ |
        | metadata.1.aliases.length    | 1                                           |
