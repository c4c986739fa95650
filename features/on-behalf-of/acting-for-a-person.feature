Feature: Acting on behalf of a person
  A person calls a blueprint with a token, Tc. An agent identity of the blueprint exchanges it, and
  gets a token with which it acts for that person.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @rule:TOKEN-OBO
  Rule: A token on behalf of a user names the user, the agent identity and its blueprint

    @mock @live
    Scenario: A Graph token on behalf of a person names who acts for whom
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token says:
        | aud             | the address of Microsoft Graph     |
        | iss             | a version 1 issuer of Contoso      |
        | appid           | the client id of Booking           |
        | appidacr        | 2                                  |
        | idtyp           | user                               |
        | oid             | the id of Bea                      |
        | tid             | the tenant id of Contoso           |
        | ver             | 1.0                                |
        | xms_act_fct     | the facets tenant 9 11             |
        | xms_sub_fct     | the facet tenant                   |
        | xms_idrel       | the facet 1                        |
        | xms_tnt_fct     | the facet tenant                   |
        | xms_par_app_azp | the client id of Concierge         |

    @mock
    Scenario: A Graph token on behalf of a person says how the person signed in
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token says:
        | acr             | 1                                          |
        | amr             | the roles pwd, mfa                         |
        | acrs            | the roles p1                               |
        | name            | Bea Baker                                  |
        | app_displayname | Booking                                    |
        | upn             | matching ^bea@                             |
        | unique_name     | matching ^bea@                             |

    @mock
    Scenario: A token on behalf of a person without a second factor says so
      Given "Bea" has called "Concierge", signed in by pwd
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token says:
        | amr | the roles pwd |

    @mock
    Scenario: A Graph token on behalf of a person has exactly these claims
      Given "Bea" has called "Concierge"
      When "Booking" asks for "Microsoft Graph" on behalf of "Bea"
      Then the token has exactly the claims:
        | acct        | acr         | acrs            | aio    | amr                 | app_displayname |
        | appid       | appidacr    | aud             | exp    | iat                 | idtyp           |
        | ipaddr      | iss         | name            | nbf    | oid                 | platf           |
        | puid        | rh          | scp             | sid    | sub                 | tenant_region_scope |
        | tid         | unique_name | upn             | uti    | ver                 | wids            |
        | xms_act_fct | xms_ftd     | xms_idrel       | xms_st | xms_sub_fct         | xms_tcdt        |
        | xms_tnt_fct |             | xms_par_app_azp |        |                     |                 |

    @mock
    Scenario: Two people who use one agent identity get tokens of their own
      Given "Bea" has called "Concierge"
      And "Carlos" has called "Concierge"
      And "Booking" has obtained a token for "Microsoft Graph" on behalf of "Bea"
      When "Booking" asks for "Microsoft Graph" on behalf of "Carlos"
      Then the token says:
        | oid | the id of Carlos |
        | upn | matching ^carlos@ |

    @mock @live
    Scenario: One call of a person serves for one scope after another
      Given "Booking" has obtained a token for the scope "{Microsoft Graph}/.default" on behalf of "Bea"
      When "Booking" asks for the scope "{Microsoft Graph}/User.Read" on behalf of "Bea"
      Then a token for "Microsoft Graph" is issued to "Booking"
