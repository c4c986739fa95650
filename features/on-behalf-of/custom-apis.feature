Feature: Custom APIs that agents call for people
  A custom API chooses the version of its tokens, and which claims of the agent they hold.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-USER-API
  Rule: A custom API learns of the agent of a user only what it asks for

    @mock
    Scenario: A custom API gets version 2 tokens on behalf of a person without agent claims
      Given the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Orders API" on behalf of "Bea"
      Then the token has exactly the claims:
        | aio | aud  | azp | azpacr             | exp | iat |
        | iss | name | nbf | oid                | rh  | scp |
        | sid | sub  | tid | uti                | ver | xms_ftd |
        |     |      |     | preferred_username |     |     |
      And the token says:
        | aud | the client id of Orders API     |
        | iss | the version 2 issuer of Contoso |
        | azp | the client id of Booking        |
        | oid | the id of Bea                   |
        | scp | Orders.Read                     |

    @mock
    Scenario: A custom API that asks for the agent claims gets those of an agent that acts for a person
      Given the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Ledger API" on behalf of "Bea"
      Then the token says:
        | idtyp           | user                       |
        | xms_act_fct     | the facets tenant 9 11     |
        | xms_sub_fct     | the facet tenant           |
        | xms_par_app_azp | the client id of Concierge |

    @mock
    Scenario: A custom API that asks for the agent claims gets those of an agent user
      Given the administrator has granted "Booking" the scope "Ledger.Read" of "Ledger API"
      When "Booking" asks for "Ledger API" as "Assistant"
      Then the token says:
        | idtyp           | user                       |
        | oid             | the id of Assistant        |
        | xms_sub_fct     | the facets tenant 13       |
        | xms_par_app_azp | the client id of Concierge |

    @mock
    Scenario: A custom API of version 1 gets version 1 tokens
      Given the resource "Orders API" takes version 1 tokens
      And the administrator has granted "Booking" the scope "Orders.Read" of "Orders API"
      And "Bea" has called "Concierge"
      When "Booking" asks for "Orders API" on behalf of "Bea"
      Then the token says:
        | aud   | the address of Orders API       |
        | iss   | the version 1 issuer of Contoso |
        | appid | the client id of Booking        |
        | ver   | 1.0                             |
        | upn   | matching ^bea@                  |
        | azp   | absent                          |
