Feature: The token of a managed identity
  A machine has an identity that Azure manages. Its token is a credential for every blueprint
  that trusts the identity.

  @mock @rule:MI-TOKEN
  Rule: A managed identity token names its managed identity

    Scenario Outline: A token for the token exchange from <source> names the managed identity
      When "concierge-host" asks <source> for a token for the token exchange
      Then the token says:
        | aud    | the application id of the token exchange |
        | iss    | the version 2 issuer of Contoso          |
        | azp    | the client id of concierge-host          |
        | azpacr | 2                                        |
        | oid    | the object id of concierge-host          |
        | sub    | the object id of concierge-host          |
        | tid    | the tenant id of Contoso                 |
        | idtyp  | app                                      |

      Examples: captured tokens for the exchange audience
        | source                        |
        | the instance metadata service |
        | App Service                   |

    Scenario: A managed identity token has exactly these claims
      When "concierge-host" asks the instance metadata service for a token for the token exchange
      Then the token has exactly the claims:
        | aio | aud | azp | azpacr | exp | iat | idtyp | iss     |
        | nbf | oid | rh  | sub    | tid | uti | ver   | xms_ftd |

    Scenario: A managed identity token for Graph has the form of a Graph token
      When "concierge-host" asks the instance metadata service for a token for "Microsoft Graph"
      Then the token says:
        | aud   | the address of Microsoft Graph  |
        | iss   | the version 1 issuer of Contoso |
        | appid | the client id of concierge-host |

    Scenario: A managed identity token is valid for a day
      When "concierge-host" asks App Service for a token for the token exchange
      Then the token starts 5 minutes before it is issued and ends a day after

    Scenario: A managed identity token verifies with a key that the tenant publishes
      When "concierge-host" asks the instance metadata service for a token for the token exchange
      Then the token is signed with a published key of "Contoso"

  @mock @rule:MI-ANSWER
  Rule: A managed identity answer holds its numbers as strings

    Scenario: The instance metadata service writes times and durations as text
      When "concierge-host" asks the instance metadata service for a token for the token exchange
      Then the answer says in text:
        | expires_in     | 86400               |
        | ext_expires_in | 86399               |
        | expires_on     | 86400 seconds ahead |
        | not_before     | 300 seconds ago     |

    Scenario: App Service writes times as text
      When "concierge-host" asks App Service for a token for the token exchange
      Then the answer says in text:
        | expires_on | 86400 seconds ahead |
        | not_before | 300 seconds ago     |

    Scenario: An answer of the instance metadata service has exactly these members
      When "concierge-host" asks the instance metadata service for a token for the token exchange
      Then the answer has exactly the members:
        | access_token   |
        | client_id      |
        | expires_in     |
        | expires_on     |
        | ext_expires_in |
        | not_before     |
        | resource       |
        | token_type     |

    Scenario: An answer for a managed identity names the resource as the request did
      When "concierge-host" asks App Service for a token for the token exchange
      Then the answer says:
        | client_id  | the client id of concierge-host |
        | resource   | api://AzureADTokenExchange      |
        | token_type | Bearer                          |

    Scenario Outline: The members of an answer of <source> for <resource> have their types
      When "concierge-host" asks <source> for a token for <resource>
      Then the members of the answer have these types:
        | a text                 | access_token client_id resource token_type      |
        | a whole number in text | expires_in ext_expires_in expires_on not_before |
      And the answer has the headers:
        | content-type | matching ^application/json(;\|$) |

      Examples: documented answers
        | source                        | resource           |
        | the instance metadata service | the token exchange |
        | the instance metadata service | "Microsoft Graph"  |
        | App Service                   | the token exchange |
        | App Service                   | "Orders API"       |

    Scenario Outline: The answer of <source> agrees with its token
      When "concierge-host" asks <source> for a token for the token exchange
      Then the member "client_id" of the answer is the claim "azp" of its token
      And the member "expires_on" of the answer is the claim "exp" of its token
      And the member "not_before" of the answer is the claim "nbf" of its token

      Examples: documented answers
        | source                        |
        | the instance metadata service |
        | App Service                   |

    Scenario: An answer of App Service has exactly these members
      When "concierge-host" asks App Service for a token for the token exchange
      Then the answer has exactly the members:
        | access_token |
        | client_id    |
        | expires_on   |
        | not_before   |
        | resource     |
        | token_type   |
