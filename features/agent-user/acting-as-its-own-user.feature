Feature: Acting as the agent's own user
  An agent identity may have a user account of its own, with a mailbox and a name. It proves itself
  with T1, and its right to act as that user with T2.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-AGENT-USER
  Rule: A token of an agent user names the agent user, the agent identity and its blueprint

    @mock @live
    Scenario: A Graph token of an agent user names whose it is
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token says:
        | aud             | the address of Microsoft Graph |
        | iss             | a version 1 issuer of Contoso  |
        | appid           | the client id of Booking       |
        | appidacr        | 2                              |
        | idtyp           | user                           |
        | oid             | the id of Assistant            |
        | tid             | the tenant id of Contoso       |
        | ver             | 1.0                            |
        | xms_act_fct     | the facets tenant 9 11         |
        | xms_sub_fct     | the facets tenant 13           |
        | xms_idrel       | the facet 1                    |
        | xms_par_app_azp | the client id of Concierge     |

    @mock
    Scenario: A Graph token of an agent user says that nobody signed in
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token says:
        | acr             | 0                                                        |
        | amr             | absent                                                   |
        | acrs            | the roles p1, urn:user:registersecurityinfo              |
        | name            | Assistant of Booking                                     |
        | app_displayname | Booking                                                  |
        | upn             | matching ^booking@                                       |

    @mock
    Scenario: A Graph token of an agent user has exactly these claims
      When "Booking" asks for "Microsoft Graph" as "Assistant"
      Then the token has exactly the claims:
        | acct        | acr         | acrs            | aio    |             | app_displayname     |
        | appid       | appidacr    | aud             | exp    | iat         | idtyp               |
        | ipaddr      | iss         | name            | nbf    | oid         | platf               |
        | puid        | rh          | scp             | sid    | sub         | tenant_region_scope |
        | tid         | unique_name | upn             | uti    | ver         | wids                |
        | xms_act_fct | xms_ftd     | xms_idrel       | xms_st | xms_sub_fct | xms_tcdt            |
        | xms_tnt_fct |             | xms_par_app_azp |        |             |                     |

    @mock @live
    Scenario: The user name serves as well as the id
      When "Booking" asks for "Microsoft Graph" as "Assistant" by the user name
      Then the token says:
        | appid       | the client id of Booking |
        | xms_sub_fct | the facets tenant 13     |

    @mock
    Scenario: The user name serves in any letter case
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And it lacks "user_id"
      And its "username" is the user name of "Assistant" in upper case
      When it is sent
      Then the token says:
        | oid | the id of Assistant |

    @mock @live
    Scenario: The object id serves in any letter case
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "user_id" is the id of "Assistant" in upper case
      When it is sent
      Then the token says:
        | oid | the id of Assistant |

    @mock
    Scenario: A token of an agent user holds for 60 to 90 minutes, whatever is left of T2
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And 50 minutes have passed
      When it is sent
      Then the token says:
        | nbf | 300 seconds ago                    |
        | exp | 3900 to 5700 seconds after its nbf |

    @mock @live
    Scenario: A request that says on_behalf_of, as the first publication did, is served
      Given a request of "Booking" for "Microsoft Graph" as "Assistant"
      And its "requested_token_use" is "on_behalf_of"
      When it is sent
      Then a token for "Microsoft Graph" is issued to "Booking"
