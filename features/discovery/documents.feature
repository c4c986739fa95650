Feature: Discovery documents
  A client that knows a tenant by its id or domain finds the token endpoint and the keys in
  one document.

  @mock @rule:DISC-TENANT-DOCUMENT
  Rule: The discovery document of a tenant names its own endpoints

    @live
    Scenario: The document of a tenant names the token endpoint and the keys of that tenant
      When a client reads "/{Contoso}/v2.0/.well-known/openid-configuration"
      Then the answer has the status 200
      And the answer says:
        | issuer                        | the version 2 issuer of Contoso           |
        | token_endpoint                | {origin}/{Contoso}/oauth2/v2.0/token      |
        | jwks_uri                      | {origin}/{Contoso}/discovery/v2.0/keys    |
        | authorization_endpoint        | {origin}/{Contoso}/oauth2/v2.0/authorize  |
        | device_authorization_endpoint | {origin}/{Contoso}/oauth2/v2.0/devicecode |
        | end_session_endpoint          | {origin}/{Contoso}/oauth2/v2.0/logout     |
        | userinfo_endpoint             | https://graph.microsoft.com/oidc/userinfo |

    @live
    Scenario: The document of a tenant names the credentials that a client can use
      When a client reads "/{Contoso}/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | token_endpoint_auth_methods_supported.0 | client_secret_post  |
        | token_endpoint_auth_methods_supported.1 | private_key_jwt     |
        | token_endpoint_auth_methods_supported.2 | client_secret_basic |

    @live
    Scenario: The document of a tenant names its cloud
      When a client reads "/{Contoso}/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | cloud_instance_name   | microsoftonline.com     |
        | cloud_graph_host_name | graph.windows.net       |
        | msgraph_host          | graph.microsoft.com     |
        | rbac_url              | https://pas.windows.net |
        | tenant_region_scope   | matching ^[A-Z]+$       |

    @live
    Scenario: The document of a tenant names no grants
      When a client reads "/{Contoso}/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | grant_types_supported | absent |
        | registration_endpoint | absent |

    Scenario: The document under a domain of a tenant names the tenant by its id
      Given "Contoso" has the domain "{Contoso}.example"
      When a client reads "/{Contoso}.example/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | issuer         | the version 2 issuer of Contoso      |
        | token_endpoint | {origin}/{Contoso}/oauth2/v2.0/token |

  @mock @live @rule:DISC-SHARED-DOCUMENT
  Rule: The shared discovery document has a placeholder for the tenant

    Scenario Outline: The document under <name> has a placeholder for the tenant in its issuer
      When a client reads "/<name>/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | issuer              | {origin}/{tenantid}/v2.0            |
        | token_endpoint      | {origin}/<name>/oauth2/v2.0/token   |
        | jwks_uri            | {origin}/<name>/discovery/v2.0/keys |
        | tenant_region_scope | null                                |

      Examples: captured documents
        | name          |
        | common        |
        | organizations |

  @mock @live @rule:DISC-V1-DOCUMENT
  Rule: The version 1 discovery document names the version 1 issuer

    Scenario: The version 1 document of a tenant names version 1 endpoints
      When a client reads "/{Contoso}/.well-known/openid-configuration"
      Then the answer says:
        | issuer               | the version 1 issuer of Contoso        |
        | token_endpoint       | {origin}/{Contoso}/oauth2/token        |
        | jwks_uri             | {origin}/{Contoso}/discovery/keys      |
        | userinfo_endpoint    | {origin}/{Contoso}/openid/userinfo     |
        | check_session_iframe | {origin}/{Contoso}/oauth2/checksession |

  @mock @live @rule:DISC-CACHE
  Rule: Clients may cache discovery for a day

    Scenario Outline: Clients may cache <document> for a day and read it from any page
      When a client reads "<path>"
      Then the answer has the headers:
        | cache-control                | max-age=86400, private |
        | access-control-allow-origin  | *                      |
        | access-control-allow-methods | GET, OPTIONS           |

      Examples: recorded answers in the tests of the Azure SDKs
        | document                    | path                                             |
        | the document of a tenant    | /{Contoso}/v2.0/.well-known/openid-configuration |
        | the document of all tenants | /common/v2.0/.well-known/openid-configuration    |
        | the version 1 document      | /{Contoso}/.well-known/openid-configuration      |
        | the key set of a tenant     | /{Contoso}/discovery/v2.0/keys                   |
