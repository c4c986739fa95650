Feature: The token for a custom API
  An organisation writes APIs for its agents to call. Each API decides what it learns about an
  agent, and in which form.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:TOKEN-API
  Rule: A custom API gets no agent claims unless it asks for them

    Scenario: A token for a custom API has exactly these claims
      When "Booking" asks for a token for "Orders API"
      Then the token has exactly the claims:
        | aio | aud | azp   | azpacr | exp | iat | iss | nbf     |
        | oid | rh  | roles | sub    | tid | uti | ver | xms_ftd |

    Scenario: A custom API learns which client acts but not that it is an agent identity
      When "Booking" asks for a token for "Orders API"
      Then the token says:
        | aud             | the application id of Orders API |
        | azp             | the client id of Booking         |
        | oid             | the object id of Booking         |
        | sub             | the object id of Booking         |
        | idtyp           | absent                           |
        | xms_act_fct     | absent                           |
        | xms_par_app_azp | absent                           |

    Scenario: An API that asks for the agent claims gets them all
      Given the resource "Orders API" asks for the agent claims
      When "Booking" asks for a token for "Orders API"
      Then the token says:
        | idtyp           | app                        |
        | xms_act_fct     | the facets tenant 9 11     |
        | xms_sub_fct     | the facets tenant 9 11     |
        | xms_idrel       | the facet 7                |
        | xms_tnt_fct     | the facet tenant           |
        | xms_par_app_azp | the client id of Concierge |

    Scenario: An API that asks for one agent claim gets only that one
      Given the resource "Orders API" asks for the claim "xms_par_app_azp"
      When "Booking" asks for a token for "Orders API"
      Then the token says:
        | xms_par_app_azp | the client id of Concierge |
        | idtyp           | absent                     |
        | xms_act_fct     | absent                     |
        | xms_sub_fct     | absent                     |
        | xms_idrel       | absent                     |
        | xms_tnt_fct     | absent                     |

    Scenario: An API that takes version 1 tokens gets no agent claims either
      Given the resource "Orders API" takes version 1 tokens
      When "Booking" asks for a token for "Orders API"
      Then the token has exactly the claims:
        | aio | appid | appidacr | aud   | exp | iat | idp | iss | nbf     |
        | oid | rh    |          | roles | sub | tid | uti | ver | xms_ftd |
