Feature: Naming the tenant and the client
  The path of a token request names the tenant, and the form names the client.

  @rule:TENANT-NAME
  Rule: A request names its tenant by id or domain name

    @mock @live
    Scenario: A request can name the tenant by its id
      Given a request of "Concierge" for T1 for "Booking"
      And its path is "/{Contoso}/oauth2/v2.0/token"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @mock
    Scenario: A request can name the tenant by one of its domain names
      Given "Contoso" has the domain "agents.{Contoso}.example"
      And a request of "Concierge" for T1 for "Booking"
      And its path is "/agents.{Contoso}.example/oauth2/v2.0/token"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @mock @live
    Scenario: A request cannot name the tenant by its display name
      Given a request of "Concierge" for T1 for "Booking"
      And its path is "/Contoso/oauth2/v2.0/token"
      When it is sent
      Then the request is refused under rule "TENANT-NAME"

  @rule:TENANT-SPECIFIC
  Rule: A request names one specific tenant, or something that leads to it

    @mock @live
    Scenario: A blueprint gets a token of its own at one specific tenant
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its path is "/{Contoso}/oauth2/v2.0/token"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Concierge"

    @mock @live
    Scenario: A blueprint gets no token at the path of all tenants
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its path is "/common/oauth2/v2.0/token"
      When it is sent
      Then the request is refused under rule "TENANT-SPECIFIC"

    @mock
    Scenario Outline: A blueprint gets no token at the path of all <tenants>
      Given a request of "Concierge" for a token for "Microsoft Graph"
      And its path is "/<tenants>/oauth2/v2.0/token"
      When it is sent
      Then the request is refused under rule "TENANT-SPECIFIC"

      Examples: inferred from the answer at common
        | tenants       |
        | organizations |
        | consumers     |

  @rule:TENANT-KNOWN
  Rule: Only a tenant that exists issues tokens

    @mock @live
    Scenario: A tenant that exists issues a token to an agent identity
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its path is "/{Contoso}/oauth2/v2.0/token"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"

    @mock @live
    Scenario: A client gets no token under the id of an unknown tenant
      Given "Concierge" has obtained T1 for "Booking"
      And a request of "Booking" that redeems it for "Microsoft Graph"
      And its path is "/{nobody}/oauth2/v2.0/token"
      When it is sent
      Then the request is refused under rule "TENANT-KNOWN"

    @mock
    Scenario: A client gets no token under an unknown domain name
      Given a request of "Concierge" for T1 for "Booking"
      And its path is "/agents.{Contoso}.example/oauth2/v2.0/token"
      When it is sent
      Then the request is refused under rule "TENANT-KNOWN"

  @mock @live @rule:CLIENT-ID
  Rule: The client id is a valid application id

    Scenario: A request can name the client by the id of its application
      Given a request of "Courier" for T1 for "Parcel"
      And its "client_id" is "{Courier}"
      When it is sent
      Then T1 for "Parcel" is issued to "Courier"

    Scenario: A request cannot name the client by an id of zeros
      Given a request of "Courier" for T1 for "Parcel"
      And its "client_id" is "00000000-0000-0000-0000-000000000000"
      When it is sent
      Then the request is refused under rule "CLIENT-ID"

  @mock @live @rule:CLIENT-KNOWN
  Rule: The client exists in the requested tenant

    Scenario: A request cannot name the client by an unknown id
      Given a request of "Courier" for T1 for "Parcel"
      And its "client_id" is "{nobody}"
      When it is sent
      Then the request is refused under rule "CLIENT-KNOWN"
