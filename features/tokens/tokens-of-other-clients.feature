Feature: Tokens for APIs, of applications and of managed identities
  What is true of agent identities and blueprints is true of the other clients of a tenant as
  well: every token names its client, its object and its resource.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOKEN-API
  Rule: A custom API gets no agent claims unless it asks for them

    Scenario: The token of every agent identity for an API names the agent identity and the API
      When the clients of "Contoso" obtain every token of an agent identity for an API
      Then each of them says:
        | aud    | the application id of its resource  |
        | iss    | the version 2 issuer of its tenant  |
        | azp    | the client id of its agent identity |
        | azpacr | 2                                   |
        | oid    | the client id of its agent identity |
        | sub    | the client id of its agent identity |
        | tid    | the tenant id of its tenant         |
        | ver    | 2.0                                 |

    Scenario: The token of every agent identity for an API has exactly these claims
      When the clients of "Contoso" obtain every token of an agent identity for an API
      Then each of them has exactly the claims:
        | aio | aud | azp    | azpacr | exp | iat | iss | nbf     |
        | oid | rh  | roles? | sub    | tid | uti | ver | xms_ftd |

  @mock @rule:TOKEN-APPLICATION
  Rule: A token of an ordinary application holds no agent claims

    Scenario: The token of every application names the application and the API
      When the clients of "Contoso" obtain every token of an application
      Then each of them says:
        | aud    | the application id of its resource |
        | iss    | the version 2 issuer of its tenant |
        | azp    | the client id of its client        |
        | azpacr | 1                                  |
        | oid    | the object id of its client        |
        | sub    | the same as its oid                |
        | tid    | the tenant id of its tenant        |
        | ver    | 2.0                                |
        | idtyp  | absent                             |

  @mock @rule:MI-TOKEN
  Rule: A managed identity token names its managed identity

    Scenario: The token of every managed identity names the identity and the token exchange
      When the clients of "Contoso" obtain every token of a managed identity
      Then each of them says:
        | aud    | the application id of its resource |
        | iss    | the version 2 issuer of its tenant |
        | azp    | the client id of its client        |
        | azpacr | 2                                  |
        | oid    | the object id of its client        |
        | sub    | the same as its oid                |
        | tid    | the tenant id of its tenant        |
        | idtyp  | app                                |
        | ver    | 2.0                                |
        | nbf    | 300 seconds ago                    |
        | exp    | 86400 seconds ahead                |
        | iat    | the same as its nbf                |

    Scenario: The token of every managed identity has exactly these claims
      When the clients of "Contoso" obtain every token of a managed identity
      Then each of them has exactly the claims:
        | aio | aud | azp | azpacr | exp | iat | idtyp | iss     |
        | nbf | oid | rh  | sub    | tid | uti | ver   | xms_ftd |
