Feature: The token of an agent identity
  A resource learns from the token which agent identity acts, which blueprint it belongs to,
  and what it was granted.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-AGENT
  Rule: A Graph token of an agent identity names the agent identity and its blueprint

    @mock @live
    Scenario: The agent identity is the client, the object and the subject of its token
      When "Booking" asks for a token for "Microsoft Graph"
      Then the token says:
        | aud      | the address of Microsoft Graph  |
        | iss      | the version 1 issuer of Contoso |
        | appid    | the client id of Booking        |
        | appidacr | 2                               |
        | oid      | the object id of Booking        |
        | sub      | the object id of Booking        |
        | tid      | the tenant id of Contoso        |
        | idtyp    | app                             |

    @mock @live
    Scenario: The token names the blueprint as the parent of its client
      When "Booking" asks for a token for "Microsoft Graph"
      Then the token says:
        | xms_par_app_azp | the client id of Concierge |

    @mock
    Scenario: A Graph token of an agent identity with a role has exactly these claims
      When "Booking" asks for a token for "Microsoft Graph"
      Then the token has exactly the claims:
        | aio    | app_displayname | appid       | appidacr  | aud             | exp                 |
        | iat    | idp             | idtyp       | iss       | nbf             | oid                 |
        | rh     | sub             | tid         | uti       | ver             | wids                |
        | roles  | xms_act_fct     | xms_sub_fct | xms_ftd   | xms_par_app_azp | tenant_region_scope |
        | xms_rd | xms_tcdt        | xms_tnt_fct | xms_idrel |                 |                     |

  @mock @live @rule:TOKEN-FACETS
  Rule: A facet claim is a set of numbers, with an even decoy beside a single one

    Scenario: The facets of an agent identity are a set in any order
      When "Booking" asks for a token for "Microsoft Graph"
      Then the token says:
        | xms_act_fct | the facets tenant 9 11 |
        | xms_sub_fct | the facets tenant 9 11 |

    Scenario: A single facet comes with an even decoy
      When "Booking" asks for a token for "Microsoft Graph"
      Then the token says:
        | xms_idrel   | the facet 7      |
        | xms_tnt_fct | the facet tenant |

  @mock @rule:TOKEN-ROLES
  Rule: A token names only roles that were granted

    Scenario: A token names the roles granted on its resource
      Given "Booking" was granted the role "Mail.Send" of "Microsoft Graph"
      When "Booking" asks for a token for "Microsoft Graph"
      Then the token says:
        | roles | the roles User.Read.All, Mail.Send |

    Scenario: A token for one resource does not name a role granted on another
      Given "Booking" was granted no role
      And "Booking" was granted the role "Orders.Read" of "Orders API"
      When "Booking" asks for a token for "Microsoft Graph"
      Then the token does not contain "roles"

  @mock @rule:CLIENT-ENABLED
  Rule: A disabled client gets no token

    Scenario: An agent identity gets its token while another is disabled
      Given the agent identity "Billing" is disabled
      When "Booking" asks for a token for "Microsoft Graph"
      Then a token for "Microsoft Graph" is issued to "Booking"

    Scenario: A disabled agent identity cannot redeem T1
      Given "Concierge" has obtained T1 for "Booking"
      And the agent identity "Booking" is disabled
      When "Booking" redeems it for "Microsoft Graph"
      Then the request is refused under rule "CLIENT-ENABLED"

    Scenario: A disabled blueprint gets no T1
      Given the blueprint "Concierge" is disabled
      When "Concierge" asks for T1 for "Booking"
      Then the request is refused under rule "CLIENT-ENABLED"
