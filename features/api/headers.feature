Feature: How a token reaches an API
  Clients send a token in one place, and keep it secret everywhere else.

  Background:
    Given an API that lets good tokens in

  @api @rule:API-CHALLENGE
  Rule: An API answers a call without a usable token with WWW-Authenticate: Bearer

    Scenario: A call without a token is answered with a challenge
      When it is called without a token
      Then it asks for a bearer token

    Scenario: A call with an expired token is answered with a challenge
      When it is called with a token "that ended an hour ago"
      Then it asks for a bearer token

  @api @rule:API-TRANSPORT
  Rule: An API takes a token from the Authorization header alone

    Scenario: A token in the query is refused
      When it is called with a good token in its query
      Then it refuses the call

  @api @rule:API-SCHEME
  Rule: An API takes the scheme bearer in any letter case

    Scenario Outline: An API takes a token of the scheme <scheme>
      When it is called with a good token of the scheme "<scheme>"
      Then it lets the call in

      Examples: RFC 9110 section 11.1
        | scheme |
        | bearer |
        | BEARER |

  @api @rule:API-NO-CRASH
  Rule: An API answers a hostile Authorization header with a refusal, not with an error of its own

    Scenario Outline: The Authorization header <header> brings no error of the API
      When it is called with the Authorization header "<header>"
      Then it answers without an error of its own

      Examples: RFC 9110 section 15.6
        | header                |
        | Bearer                |
        | Bearer .              |
        | Bearer ..             |
        | Bearer a.b.c          |
        | Bearer e30.e30.e30    |
        | Basic Og==            |
        | Bearer eyJhbGciOiJSUzI1NiJ9.bnVsbA.AAAA |

    Scenario: A good token in two headers brings no error of the API
      When it is called with a good token twice
      Then it answers without an error of its own

    Scenario: A token of 12 000 characters brings no error of the API
      When it is called with 12000 characters for a token
      Then it answers without an error of its own

  @api @rule:API-LEAK
  Rule: An API shows a token neither in its answer nor in what it writes

    Scenario Outline: A token <twist> is not shown
      When it is called with a token "<twist>"
      Then neither its answer nor what it writes shows the token

      Examples: RFC 6750 section 5.3
        | twist                                 |
        | that ended an hour ago                |
        | for another API                       |
        | with one bit of its signature flipped |

    Scenario: A good token is not shown
      When it is called with a good token of the scheme "Bearer"
      Then neither its answer nor what it writes shows the token
