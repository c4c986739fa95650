Feature: What all tokens have in common
  A tenant issues tokens of several kinds to several clients. They agree where they speak of the
  same thing, and differ where they speak of different ones.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @rule:TOKEN-TENANT
  Rule: Every token names the tenant that issued it

    @mock @live
    Scenario: Every token of a tenant names the tenant
      When the clients of "Contoso" obtain every token
      Then each of them says:
        | tid | the tenant id of its tenant |

    @mock @live
    Scenario: Every token for an assertion names the version 2 issuer of its tenant
      When the clients of "Contoso" obtain every token for an assertion
      Then each of them says:
        | iss | the version 2 issuer of its tenant |
        | ver | 2.0                                |

    @mock @live
    Scenario: Every token for Microsoft Graph names the version 1 issuer of its tenant
      When the clients of "Contoso" obtain every token of an agent identity for Microsoft Graph
      Then each of them says:
        | iss | the version 1 issuer of its tenant |
        | idp | the same as its iss                |
        | ver | 1.0                                |

    @mock
    Scenario: Every token of another tenant names that tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When the clients of "Fabrikam" obtain every token
      Then each of them says:
        | tid | the tenant id of Fabrikam   |
        | oid | the object id of its client |

    @mock
    Scenario: Every token of another tenant for an assertion names the issuer of that tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When the clients of "Fabrikam" obtain every token for an assertion
      Then each of them says:
        | iss | the version 2 issuer of Fabrikam |

    @mock
    Scenario: The token of a guest's agent identity names the version 1 issuer of its own tenant
      Given the tenant "Fabrikam" where "Concierge" is a guest with the agent identity "Outpost"
      When the clients of "Fabrikam" obtain every token of an agent identity for Microsoft Graph
      Then each of them says:
        | iss | the version 1 issuer of Fabrikam |

    @mock @live
    Scenario: Tokens for Microsoft Graph agree about their tenant
      When the clients of "Contoso" obtain every token
      Then all of them that have "tenant_region_scope" agree in it
      And all of them that have "xms_tcdt" agree in it

  @mock @live @rule:TOKEN-TYPES
  Rule: Every claim has a type of its own in every token

    Scenario: The claims of every token have the documented types
      When the clients of "Contoso" obtain every token
      Then the claims of each of them have these types:
        | a whole number            | exp iat nbf xms_acd xms_tcdt                          |
        | a GUID                    | appid azp oid tid xms_par_app_azp                     |
        | a list of different texts | roles wids                                            |
        | a text                    | aio app_displayname appidacr aud azpacr idp idtyp iss |
        | a text                    | rh sub tenant_region_scope uti ver xms_act_fct        |
        | a text                    | xms_ficinfo xms_ftd xms_idrel xms_rd xms_sub_fct      |
        | a text                    | xms_tnt_fct                                           |

  @mock @live @rule:TOKEN-UNIQUE
  Rule: No two tokens have the same id

    Scenario: Tokens of all clients, each requested twice, have different ids
      Given the clients of "Contoso" have obtained every token
      When the clients of "Contoso" obtain every token
      Then no two of them have the same "uti"

  @mock @live @rule:TOKEN-PARTIES
  Rule: Every client has one object id in all its tokens

    Scenario: The object id of a client is its own, and the same in all its tokens
      When the clients of "Contoso" obtain every token
      Then each client has one "oid" of its own in them

    Scenario Outline: The object id of <client> is the id of its principal in the directory
      Given <client> has obtained a token for "Microsoft Graph"
      When the administrator reads the principal of <client>
      Then its "id" is the claim "oid" of the token obtained last

      Examples: documented of every service principal
        | client      |
        | "Concierge" |
        | "Courier"   |
