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
        | userinfo_endpoint             | the user information of its cloud          |

    @live
    Scenario: The document of a tenant names the credentials that a client can use
      When a client reads "/{Contoso}/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | token_endpoint_auth_methods_supported | with client_secret_post  |
        | token_endpoint_auth_methods_supported | with private_key_jwt     |
        | token_endpoint_auth_methods_supported | with client_secret_basic |

    @live
    Scenario: The document of a tenant names its cloud
      When a client reads "/{Contoso}/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | cloud_instance_name   | the name of its cloud                 |
        | cloud_graph_host_name | the directory Graph host of its cloud |
        | msgraph_host          | the Graph host of its cloud           |
        | rbac_url              | the access service of its cloud       |
        | tenant_region_scope   | matching ^[A-Z]+$                     |

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

    Scenario: The document of another tenant names the issuer and the keys of that tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When a client reads "/{Fabrikam}/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | issuer         | the version 2 issuer of Fabrikam        |
        | token_endpoint | {origin}/{Fabrikam}/oauth2/v2.0/token   |
        | jwks_uri       | {origin}/{Fabrikam}/discovery/v2.0/keys |

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

  @rule:DISC-V1-DOCUMENT
  Rule: The version 1 discovery document names the version 1 issuer

    @mock @live
    Scenario: The version 1 document of a tenant names version 1 endpoints
      When a client reads "/{Contoso}/.well-known/openid-configuration"
      Then the answer says:
        | issuer               | a version 1 issuer of Contoso          |
        | token_endpoint       | {origin}/{Contoso}/oauth2/token        |
        | jwks_uri             | {origin}/{Contoso}/discovery/keys      |
        | userinfo_endpoint    | {origin}/{Contoso}/openid/userinfo     |
        | check_session_iframe | {origin}/{Contoso}/oauth2/checksession |

    @mock @live
    Scenario: The version 1 document of a tenant names the rest of its endpoints
      When a client reads "/{Contoso}/.well-known/openid-configuration"
      Then the answer says:
        | authorization_endpoint        | {origin}/{Contoso}/oauth2/authorize  |
        | device_authorization_endpoint | {origin}/{Contoso}/oauth2/devicecode |
        | end_session_endpoint          | {origin}/{Contoso}/oauth2/logout     |
        | cloud_instance_name           | the name of its cloud                |
        | msgraph_host                  | the Graph host of its cloud          |

    @mock
    Scenario: The version 1 document of another tenant names the issuer of that tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When a client reads "/{Fabrikam}/.well-known/openid-configuration"
      Then the answer says:
        | issuer   | a version 1 issuer of Fabrikam     |
        | jwks_uri | {origin}/{Fabrikam}/discovery/keys |
