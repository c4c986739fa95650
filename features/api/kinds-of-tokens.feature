Feature: Which kinds of tokens an API takes
  T1, T2 and id_tokens are signed by the same keys as the tokens for an API. They prove something
  else, to somebody else.

  Background:
    Given an API that lets good tokens in

  @api @rule:API-T1
  Rule: An API refuses T1, which only the token exchange takes

    Scenario: T1 is refused
      When it is called with "T1"
      Then it refuses the call

  @api @rule:API-T2
  Rule: An API refuses T2, which only the token exchange takes

    Scenario: T2 is refused
      When it is called with "T2"
      Then it refuses the call

  @api @rule:API-ID-TOKEN
  Rule: An API refuses an id_token, which says who signed in and allows nothing

    Scenario: An id_token whose client is the API itself is refused
      When it is called with "an id_token"
      Then it refuses the call

  @api @rule:API-NO-PERMISSION
  Rule: An API refuses a token that names neither a role nor a scope

    Scenario: A token without roles and scopes is refused
      When it is called with "a token without roles and scopes"
      Then it refuses the call

  @api @rule:API-FORMS
  Rule: An API answers a token of either version without an error of its own

    Scenario Outline: An API meets <token> without an error of its own
      When it is called with "<token>"
      Then it answers without an error of its own

      Examples: documented
        | token                |
        | a token of version 1 |
        | a token of version 2 |
