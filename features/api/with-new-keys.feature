Feature: How soon an API knows a new key
  A tenant may sign with a new key at any time. No other feature about APIs comes after this one: an
  API that does not know the key refuses every token from then on.

  Background:
    Given an API that lets good tokens in

  @api @rule:API-KEY-ROTATION
  Rule: An API takes a token of a new key of its tenant within a minute

    Scenario: A token of a new key is let in
      When the tenant has signed with a new key for a minute at most
      Then it lets the call in
