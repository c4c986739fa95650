Feature: Unknown tenants, clouds and paths
  A client that looks for an unknown tenant, cloud or path gets a refusal, not a document that
  looks right.

  @mock @live @rule:DISC-TENANT
  Rule: Only a tenant that exists publishes a discovery document

    Scenario: A tenant that exists publishes its discovery document
      When a client reads "/{Contoso}/v2.0/.well-known/openid-configuration"
      Then the answer has the status 200

    Scenario: A tenant that does not exist publishes no discovery document
      When a client reads "/{nobody}/v2.0/.well-known/openid-configuration"
      Then the request is refused under rule "DISC-TENANT"

  @rule:DISC-INSTANCE
  Rule: Instance discovery answers only for hosts of the cloud

    @mock @live
    Scenario: Instance discovery answers for a host of the public cloud
      When a client reads "/common/discovery/instance?api-version=1.1&authorization_endpoint=https://login.microsoftonline.com/common/oauth2/v2.0/authorize"
      Then the answer has the status 200

    @mock @live
    Scenario: Instance discovery does not answer for a foreign host
      When a client reads "/common/discovery/instance?api-version=1.1&authorization_endpoint=https://login.elsewhere.example/common/oauth2/v2.0/authorize"
      Then the request is refused under rule "DISC-INSTANCE"

    @mock
    Scenario: Instance discovery does not answer for a host whose name only begins like one of the cloud
      When a client reads "/common/discovery/instance?api-version=1.1&authorization_endpoint=https://login.microsoftonline.com.elsewhere.example/common/oauth2/v2.0/authorize"
      Then the request is refused under rule "DISC-INSTANCE"

  @mock @rule:REQ-PATH
  Rule: The identity provider serves only the published paths

    Scenario: The provider serves the published path of the keys
      When a client reads "/{Contoso}/discovery/v2.0/keys"
      Then the answer has the status 200

    Scenario: The provider does not serve a misspelt path
      When a client reads "/{Contoso}/discovery/v2.0/key"
      Then the request is refused under rule "REQ-PATH"

    Scenario: The provider does not serve the token endpoint of version 1
      Given a request of "Concierge" for T1 for "Booking"
      And its path is "/{Contoso}/oauth2/token"
      When it is sent
      Then the request is refused under rule "REQ-PATH"
