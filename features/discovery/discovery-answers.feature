Feature: The form of discovery answers
  A client that discovers an endpoint reads JSON of documented types, and may cache it.

  @mock @live @rule:DISC-TYPES
  Rule: Discovery answers in JSON with the types of OpenID Connect Discovery

    Scenario Outline: The members of <document> have their types
      When a client reads "<path>"
      Then the answer has at least the members:
        | issuer                   | token_endpoint                        | jwks_uri                                |
        | authorization_endpoint   | response_types_supported              | subject_types_supported                 |
        | response_modes_supported | scopes_supported                      | id_token_signing_alg_values_supported   |
        | claims_supported         | token_endpoint_auth_methods_supported |                                         |
      And the members of the answer have these types:
        | an https address          | token_endpoint jwks_uri authorization_endpoint end_session_endpoint   |
        | an https address          | device_authorization_endpoint userinfo_endpoint kerberos_endpoint     |
        | an https address          | check_session_iframe rbac_url                                         |
        | a text                    | issuer cloud_instance_name cloud_graph_host_name msgraph_host         |
        | a text or null            | tenant_region_scope                                                   |
        | a list of different texts | token_endpoint_auth_methods_supported response_modes_supported        |
        | a list of different texts | response_types_supported subject_types_supported scopes_supported     |
        | a list of different texts | id_token_signing_alg_values_supported claims_supported                |
        | true or false             | http_logout_supported frontchannel_logout_supported                   |
        | true or false             | request_uri_parameter_supported microsoft_multi_refresh_token         |
      And the answer has the headers:
        | content-type | matching ^application/json(;\|$) |

      Examples: the documents that are captured in public
        | document                             | path                                                |
        | the document of a tenant             | /{Contoso}/v2.0/.well-known/openid-configuration    |
        | the version 1 document of a tenant   | /{Contoso}/.well-known/openid-configuration         |
        | the document of all tenants          | /common/v2.0/.well-known/openid-configuration       |
        | the document of all organizations    | /organizations/v2.0/.well-known/openid-configuration |

    Scenario: The document of a tenant names what OpenID Connect Discovery requires
      When a client reads "/{Contoso}/v2.0/.well-known/openid-configuration"
      Then the answer says:
        | id_token_signing_alg_values_supported | with RS256    |
        | subject_types_supported               | with pairwise |
        | scopes_supported                      | with openid   |
        | response_types_supported              | with id_token |
        | response_modes_supported              | with query    |
        | claims_supported                      | with sub      |

    Scenario Outline: The members of <keys> have their types
      When a client reads "<path>"
      Then the entries of its "keys" have these types:
        | a text          | kty use kid x5t n e cloud_instance_name issuer |
        | a list of texts | x5c                                            |
      And the answer has the headers:
        | content-type | matching ^application/json(;\|$) |

      Examples: captured key sets
        | keys                           | path                           |
        | the keys of a tenant           | /{Contoso}/discovery/v2.0/keys |
        | the version 1 keys of a tenant | /{Contoso}/discovery/keys      |
        | the keys of all tenants        | /common/discovery/v2.0/keys    |

    Scenario: The members of instance discovery have their types
      Given a request to "/common/discovery/instance"
      And its "api-version" is "1.1"
      And its "authorization_endpoint" is "{origin}/{Contoso}/oauth2/v2.0/authorize"
      When it is sent
      Then the entries of its "metadata" have these types:
        | a text                    | preferred_network preferred_cache |
        | a list of different texts | aliases                           |
      And the members of the answer have these types:
        | an https address | tenant_discovery_endpoint |
        | a text           | api-version               |
      And the answer has the headers:
        | content-type | matching ^application/json(;\|$) |

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
