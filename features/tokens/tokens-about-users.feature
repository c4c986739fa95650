Feature: What all tokens about users have in common
  An agent acts for several people, several agents act for one person, and an agent acts as its own
  user. Every one of these tokens names its own user, its own client and its own resource, and nobody
  else.

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

    @mock
    Scenario: A Graph token on behalf of a person names the directory role of every user and no other
      When the agents of "Contoso" obtain every token on behalf of a person for Microsoft Graph
      Then each of them says:
        | wids | the roles b79fbf4d-3ef9-4689-8143-76b194e85509 |

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

    @mock
    Scenario: A Graph token of an agent user names the directory role of every user and no other
      When the agents of "Contoso" obtain every token of an agent user for Microsoft Graph
      Then each of them says:
        | wids | the roles b79fbf4d-3ef9-4689-8143-76b194e85509 |
