Feature: What all tokens about users have in common
  An agent acts for several people, several agents act for one person, and an agent acts as its own
  user; each asks for Microsoft Graph and for APIs, and renews what it got. Every one of these tokens
  names its own user, its own client and its own resource, and nobody else.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-OBO
  Rule: A token on behalf of a user names the user, the agent identity and its blueprint

    @mock @live
    Scenario: Every Graph token on behalf of a person names its own parties
      When the agents of "Contoso" obtain every token on behalf of a person for Microsoft Graph
      Then each of them says:
        | aud             | the address of Microsoft Graph       |
        | iss             | a version 1 issuer of Contoso        |
        | appid           | the client id of its agent identity  |
        | appidacr        | 2                                    |
        | idtyp           | user                                 |
        | oid             | the id of its user                   |
        | ver             | 1.0                                  |
        | xms_act_fct     | the facets tenant 9 11               |
        | xms_sub_fct     | the facet tenant                     |
        | xms_par_app_azp | the client id of its blueprint       |
        | roles           | absent                               |

    @mock @live
    Scenario: An agent identity is one in the tokens that it gets by naming a permission
      Given "Bea" has called "Concierge"
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read" on behalf of "Bea"
      Then the token says:
        | idtyp           | user                       |
        | oid             | the id of Bea              |
        | appid           | the client id of Booking   |
        | appidacr        | 2                          |
        | xms_act_fct     | the facets tenant 9 11     |
        | xms_sub_fct     | the facet tenant           |
        | xms_par_app_azp | the client id of Concierge |

    @mock @live
    Scenario: Every Graph token on behalf of a person names its own parties when all are requested at the same time
      When the agents of "Contoso" obtain every token on behalf of a person for Microsoft Graph at the same time
      Then each of them says:
        | appid | the client id of its agent identity |
        | oid   | the id of its user                  |

    @mock
    Scenario: A Graph token on behalf of a person says how the agent identity, not the blueprint, knows the person
      When the agents of "Contoso" obtain every token on behalf of a person for Microsoft Graph
      Then the subject at the client is the subject of the id_token beside each of them

  @rule:TOKEN-AGENT-USER
  Rule: A token of an agent user names the agent user, the agent identity and its blueprint

    @mock @live
    Scenario: Every Graph token of an agent user names its own parties, first and second alike
      Given the agents of "Contoso" have obtained every token of an agent user for Microsoft Graph
      When the agents of "Contoso" obtain every token of an agent user for Microsoft Graph
      Then each of them says:
        | aud             | the address of Microsoft Graph       |
        | appid           | the client id of its agent identity  |
        | oid             | the id of its user                   |
        | idtyp           | user                                 |
        | xms_act_fct     | the facets tenant 9 11               |
        | xms_sub_fct     | the facets tenant 13                 |
        | xms_par_app_azp | the client id of its blueprint       |
        | roles           | absent                               |

  @rule:TOKEN-USER-API
  Rule: A custom API learns of the agent of a user only what it asks for

    @mock
    Scenario Outline: For APIs <tokens> names its own parties in version 2
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain <tokens>
      Then each of them says:
        | aud    | the client id of its resource       |
        | iss    | the version 2 issuer of its tenant  |
        | ver    | 2.0                                 |
        | azp    | the client id of its agent identity |
        | azpacr | 2                                   |
        | oid    | the id of its user                  |
        | roles  | absent                              |
        | appid  | absent                              |
        | upn    | absent                              |

      Examples: captured without agent claims by users of Microsoft.Identity.Web
        | tokens                                         |
        | every token on behalf of a person for an API   |
        | every token of an agent user for an API        |
        | every renewed token for an API                 |

    @mock
    Scenario Outline: A custom API that asks for nothing gets no agent claim of <whom>
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      When "Booking" asks for "Orders API" <for whom>
      Then the token has exactly the claims:
        | aio | aud  | azp | azpacr             | exp | iat     |
        | iss | name | nbf | oid                | rh  | scp     |
        | sid | sub  | tid | uti                | ver | xms_ftd |
        |     |      |     | preferred_username |     |         |

      Examples: github.com/AzureAD/microsoft-identity-web/issues/3882 and 3938
        | whom          | for whom              |
        | a person      | on behalf of "Bea"    |
        | an agent user | as "Assistant"        |

    @mock
    Scenario Outline: A custom API that asks learns the same of <whom> as Microsoft Graph
      Given the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When "Booking" asks for "Ledger API" <for whom>
      Then the token says:
        | idtyp           | user                       |
        | xms_act_fct     | the facets tenant 9 11     |
        | xms_sub_fct     | <facets>                   |
        | xms_idrel       | the facet 1                |
        | xms_tnt_fct     | the facet tenant           |
        | xms_par_app_azp | the client id of Concierge |

      Examples: github.com/AzureAD/microsoft-identity-web/issues/3882 and 3938
        | whom          | for whom              | facets               |
        | a person      | on behalf of "Bea"    | the facet tenant     |
        | an agent user | as "Assistant"        | the facets tenant 13 |

  @rule:TOKEN-REFRESH
  Rule: A refresh token brings the same client new tokens about the same user

    @mock @live
    Scenario: Every renewed Graph token names its own parties
      When the agents of "Contoso" obtain every renewed token for Microsoft Graph
      Then each of them says:
        | aud             | the address of Microsoft Graph      |
        | appid           | the client id of its agent identity |
        | appidacr        | 2                                   |
        | oid             | the id of its user                  |
        | idtyp           | user                                |
        | xms_act_fct     | the facets tenant 9 11              |
        | xms_par_app_azp | the client id of its blueprint      |
        | roles           | absent                              |

    @mock @live
    Scenario: Every renewed Graph token names its own parties when all are requested at the same time
      When the agents of "Contoso" obtain every renewed token for Microsoft Graph at the same time
      Then each of them says:
        | appid | the client id of its agent identity |
        | oid   | the id of its user                  |

    @mock @live
    Scenario: A renewed Graph token names the scopes of the first
      Given the agents of "Contoso" have obtained every token on behalf of a person for Microsoft Graph
      And the agents of "Contoso" have obtained every token of an agent user for Microsoft Graph
      When the agents of "Contoso" obtain every renewed token for Microsoft Graph
      Then each of them names the scopes of the other about its user

    @mock
    Scenario: A renewed Graph token has exactly the claims of the first
      When the agents of "Contoso" obtain every renewed token for Microsoft Graph
      Then each of them has exactly the claims:
        | acct        | acr         | acrs            | aio    | amr?            | app_displayname     |
        | appid       | appidacr    | aud             | exp    | iat             | idtyp               |
        | ipaddr      | iss         | name            | nbf    | oid             | platf               |
        | puid        | rh          | scp             | sid    | sub             | tenant_region_scope |
        | tid         | unique_name | upn             | uti    | ver             | wids                |
        | xms_act_fct | xms_ftd     | xms_idrel       | xms_st | xms_sub_fct     | xms_tcdt            |
        | xms_tnt_fct |             | xms_par_app_azp |        |                 |                     |

  @rule:TOKEN-SESSION
  Rule: A token on behalf of a user belongs to the session in which the user called

    @mock @live
    Scenario: Every Graph token about a person is of the session of that person
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them is of the session in which its user called

    @mock
    Scenario: Every token for an API about a person is of the session of that person
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user for an API
      Then each of them is of the session in which its user called

    @mock
    Scenario: An id_token is of the session of the token beside it
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them and the id_token beside it agree in "sid"

  @rule:TOKEN-PAIRWISE
  Rule: The subject of a user differs from one application to the next

    @mock @live
    Scenario: Microsoft Graph knows every user by one subject, first, second and renewed
      Given the agents of "Contoso" have obtained every token about a user for Microsoft Graph
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each user has one "sub" of its own at each resource
      And each of them says:
        | sub | another than its oid |
      And the id_token beside each of them says:
        | sub | another than its oid |

    @mock
    Scenario: Every resource knows every user by a subject of its own
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user
      Then each user has one "sub" of its own at each resource

  @rule:TOKEN-OBO-LIFETIME
  Rule: A token on behalf of a user ends no later than the token of the user

    @mock @live
    Scenario: No Graph token on behalf of a person outlives the token of the person
      When the agents of "Contoso" obtain every token on behalf of a person for Microsoft Graph
      Then none of them outlives the token with which its user called

    @mock
    Scenario: No token for an API on behalf of a person outlives the token of the person
      Given "Bea" has called "Concierge" with a token for another 11 minutes
      And "Carlos" has called "Concierge" with a token for another 12 minutes
      And the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token on behalf of a person
      Then none of them outlives the token with which its user called

  @rule:TOKEN-LIFETIME
  Rule: A token is valid for an hour and starts five minutes early

    @mock @live
    Scenario: Every Graph token about a user starts when it is issued
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them says:
        | iat | the same as its nbf |

    @mock
    Scenario: Every token about a user starts early
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user
      Then each of them says:
        | nbf | 300 seconds ago     |
        | iat | the same as its nbf |

  @rule:TOKEN-SCOPES
  Rule: A token about a user names the permissions that were granted, and no others

    @mock @live
    Scenario: Every Graph token about a user names what its answer names, and no role
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them names every scope that its answer names
      And each of them says:
        | scp   | matching ^(?!.*(offline_access\|,)) |
        | roles | absent                            |

    @mock
    Scenario: Every token about a user names as much as its answer
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user
      Then each of them names every scope that its answer names
      And the answer with each of them names every scope that it names

    @mock
    Scenario Outline: For Orders API <tokens> names the one scope that was granted
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Orders.Read" of "Ledger API"
      When the agents of "Contoso" obtain <tokens>
      Then each of them says:
        | scp   | Orders.Read |
        | roles | absent      |

      Examples: captured tokens name the scopes of their resource and no others
        | tokens                                       |
        | every token on behalf of a person for an API |
        | every token of an agent user for an API      |
        | every renewed token for an API               |

  @mock @live @rule:TOKEN-TENANT
  Rule: Every token names the tenant that issued it

    Scenario: Every Graph token about a user names the tenant
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them says:
        | tid | the tenant id of its tenant         |
        | iss | the version 1 issuer of its tenant  |

  @mock @live @rule:TOKEN-FACETS
  Rule: A facet claim is a set of numbers, with an even decoy beside a single one

    Scenario: The facets of every Graph token about a user have their decoys
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them says:
        | xms_act_fct | matching ^\d+( \d+){2,}$ |
        | xms_sub_fct | matching ^\d+( \d+)+$    |
        | xms_idrel   | matching ^\d+( \d+)+$    |
        | xms_tnt_fct | matching ^\d+( \d+)+$    |

  @rule:TOKEN-CREDENTIAL
  Rule: A token says whether its client used a secret or an assertion

    @mock @live
    Scenario: Every Graph token about a user says that its client used an assertion
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then each of them says:
        | appidacr | 2 |

  @rule:TOKEN-TYPES
  Rule: Every claim has a type of its own in every token

    @mock @live
    Scenario: The claims of every Graph token about a user have the documented types
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then the claims of each of them have these types:
        | a whole number            | acct exp iat nbf xms_tcdt                           |
        | a GUID                    | appid oid sid tid xms_par_app_azp                   |
        | a list of different texts | acrs amr wids                                       |
        | a text                    | acr aio app_displayname appidacr aud idtyp ipaddr   |
        | a text                    | iss name platf puid rh scp sub tenant_region_scope  |
        | a text                    | unique_name upn uti ver xms_act_fct xms_ftd         |
        | a text                    | xms_idrel xms_sub_fct xms_tnt_fct                   |

    @mock
    Scenario: The claims of every token about a user for an API have the documented types
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user for an API
      Then the claims of each of them have these types:
        | a whole number | exp iat nbf                                     |
        | a GUID         | aud azp oid sid tid xms_par_app_azp             |
        | a text         | aio azpacr iss name preferred_username rh scp   |
        | a text         | sub uti ver xms_act_fct xms_ftd xms_idrel       |
        | a text         | xms_sub_fct xms_tnt_fct                         |

  @mock @live @rule:TOKEN-UNIQUE
  Rule: No two tokens have the same id

    Scenario: Tokens about users, each requested twice, have different ids
      Given the agents of "Contoso" have obtained every token about a user for Microsoft Graph
      When the agents of "Contoso" obtain every token about a user for Microsoft Graph
      Then no two of them have the same "uti"

  @mock @rule:TOKEN-SIGNATURE
  Rule: A token is signed with a published key

    Scenario: Every token about a user verifies with a key that the tenant publishes
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When the agents of "Contoso" obtain every token about a user
      Then each of them is signed with a key that the version 2 document of "Contoso" names
