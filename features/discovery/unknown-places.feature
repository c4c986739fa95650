Feature: Looking for what does not exist
  A client that looks for a tenant, a cloud or a path that does not exist is told
  so, and does not get a document that looks right.

  @mock @live @rule:DISC-TENANT
  Rule: Only a tenant that exists publishes a discovery document

    Scenario: A tenant that exists publishes its discovery document
      When "/{Contoso}/v2.0/.well-known/openid-configuration" is read
      Then the answer has the status 200

    Scenario: A tenant that does not exist publishes no discovery document
      When "/{nobody}/v2.0/.well-known/openid-configuration" is read
      Then the request is refused under rule "DISC-TENANT"

  @rule:DISC-INSTANCE
  Rule: Instance discovery answers only for hosts of the cloud

    @mock @live
    Scenario: Instance discovery answers for a host of the public cloud
      When "/common/discovery/instance?api-version=1.1&authorization_endpoint=https://login.microsoftonline.com/common/oauth2/v2.0/authorize" is read
      Then the answer has the status 200

    @mock @live
    Scenario: Instance discovery does not answer for a host of somebody else
      When "/common/discovery/instance?api-version=1.1&authorization_endpoint=https://login.elsewhere.example/common/oauth2/v2.0/authorize" is read
      Then the request is refused under rule "DISC-INSTANCE"

    @mock
    Scenario: Instance discovery does not answer for a host whose name only begins like the cloud's
      When "/common/discovery/instance?api-version=1.1&authorization_endpoint=https://login.microsoftonline.com.elsewhere.example/common/oauth2/v2.0/authorize" is read
      Then the request is refused under rule "DISC-INSTANCE"

  @mock @rule:REQ-PATH
  Rule: The identity provider serves only the published paths

    Scenario: The published path of the keys is served
      When "/{Contoso}/discovery/v2.0/keys" is read
      Then the answer has the status 200

    Scenario: A path that is misspelt is not served
      When "/{Contoso}/discovery/v2.0/key" is read
      Then the request is refused under rule "REQ-PATH"

    Scenario: The token endpoint of version 1 is not served
      Given a request of "Concierge" for T1 for "Booking"
      And its path is "/{Contoso}/oauth2/token"
      When it is sent
      Then the request is refused under rule "REQ-PATH"
