Feature: Whose tokens an API takes
  A signature says that Entra issued a token, and no more: the same keys sign for every tenant and
  every API. An API therefore looks for whom, by whom and when a token was issued.

  Background:
    Given an API that lets good tokens in

  @api @rule:API-ACCEPTS
  Rule: An API lets in whom its policy names, with a token that the tenant issued for it

    Scenario Outline: An API lets <callers> in
      Given it lets in <callers>
      When <callers> call it
      Then it lets the call in

      Examples: documented
        | callers                             |
        | agents that act for themselves      |
        | agents that act on behalf of people |
        | the users of agents                 |

    Scenario: An API that is not for agents alone lets an ordinary application in
      Given it is for every application
      When it is called with "a token of an ordinary application"
      Then it lets the call in

  @api @rule:API-AUDIENCE
  Rule: An API refuses a token that was issued for another API

    Scenario Outline: A token <twist> is refused
      When it is called with a token "<twist>"
      Then it refuses the call

      Examples: RFC 7519 section 4.1.3
        | twist                            |
        | for Microsoft Graph              |
        | for another API                  |
        | for the blueprint                |
        | for an API whose id begins alike |
        | for an API whose id ends alike   |
        | without an audience              |
        | with an empty audience           |

  @api @rule:API-ISSUER
  Rule: An API refuses a token whose issuer is not the one of its tenant

    Scenario Outline: A token <twist> is refused
      Given it is for one tenant
      When it is called with a token "<twist>"
      Then it refuses the call

      Examples: documented
        | twist                           |
        | issued by another tenant        |
        | issued by {tenantid}            |
        | issued by a host that looks alike |
        | issued by a longer name         |
        | without an issuer               |

  @api @rule:API-TENANT
  Rule: An API of one tenant refuses a token of another, whose signature the same keys verify

    Scenario: A token of another tenant is refused
      Given it is for one tenant
      When it is called with a token "of another tenant"
      Then it refuses the call

  @api @rule:API-TENANT-CLAIM
  Rule: An API refuses a token whose tid does not agree with its issuer

    Scenario Outline: A token <twist> is refused
      When it is called with a token "<twist>"
      Then it refuses the call

      Examples: documented
        | twist                       |
        | whose tid is another tenant |
        | whose tid is no GUID        |
        | without a tid               |

  @api @rule:API-TIME
  Rule: An API refuses a token that has expired, is not valid yet, or never ends

    Scenario Outline: A token <twist> is refused
      When it is called with a token "<twist>"
      Then it refuses the call

      Examples: RFC 7519 section 4.1.4
        | twist                  |
        | that ended an hour ago |
        | that ended a day ago   |
        | that begins in an hour |
        | that never ends        |
