Feature: The two forms of a token
  A token has the form of version 1 or of version 2. The two name issuer, audience and client
  differently.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-FORM
  Rule: The resource decides the form of its tokens

    @mock @live
    Scenario: Microsoft Graph takes version 1 tokens
      When "Booking" asks for a token for "Microsoft Graph"
      Then the token says:
        | aud    | the address of Microsoft Graph  |
        | iss    | the version 1 issuer of Contoso |
        | idp    | the version 1 issuer of Contoso |
        | appid  | the client id of Booking        |
        | ver    | 1.0                             |
        | azp    | absent                          |
        | azpacr | absent                          |

    @mock @live
    Scenario: The token exchange takes version 2 tokens
      When "Booking" asks for a token for the token exchange
      Then the token says:
        | aud      | the application id of the token exchange |
        | iss      | the version 2 issuer of Contoso          |
        | azp      | the client id of Booking                 |
        | ver      | 2.0                                      |
        | appid    | absent                                   |
        | appidacr | absent                                   |
        | idp      | absent                                   |

    @mock
    Scenario: An API without a version setting gets version 2 tokens
      When "Booking" asks for a token for "Orders API"
      Then the token says:
        | aud   | the application id of Orders API |
        | iss   | the version 2 issuer of Contoso  |
        | azp   | the client id of Booking         |
        | ver   | 2.0                              |
        | appid | absent                           |

    @mock
    Scenario: The audience of an API with version 1 tokens is its address
      Given the resource "Orders API" takes version 1 tokens
      When "Booking" asks for a token for "Orders API"
      Then the token says:
        | aud   | the address of Orders API       |
        | iss   | the version 1 issuer of Contoso |
        | appid | the client id of Booking        |
        | ver   | 1.0                             |
        | azp   | absent                          |

    @mock
    Scenario: A version 1 token names the API as the request did
      Given the resource "Orders API" takes version 1 tokens
      When "Booking" asks for a token for "Orders API" by its id
      Then the token says:
        | aud | the application id of Orders API |

  @rule:TOKEN-RESOURCE-CASE
  Rule: Letter case does not matter in the name of a resource

    @mock @live
    Scenario: A client can spell the token exchange as the Agents SDKs of Microsoft do
      When "Booking" asks for a token for the scope "api://AzureAdTokenExchange/.default"
      Then a token for the token exchange is issued to "Booking"

    @mock
    Scenario Outline: A client can name <resource> in upper case
      When "Booking" asks for a token for <resource> in upper case
      Then a token for <resource> is issued to "Booking"

      Examples: inferred from the spelling of the Agents SDKs
        | resource           |
        | the token exchange |
        | "Orders API"       |
        | "Microsoft Graph"  |
