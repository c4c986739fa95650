Feature: Coming back to an application
  An application gets its answer by the way that it asked for, and knows by its own state for whom.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:AUTHORIZE-ANSWER
  Rule: An answer comes back by the way that the application asked for, with its own state

    Scenario: A code comes in the query where an application does not say how
      When "Intranet" asks "Bea" to sign in
      Then the person comes back by query with:
        | code          | matching ^[\w.-]{22,}$ |
        | state         | a state                |
        | session_state | present                |

    Scenario Outline: A code comes by <way> with the state <state>
      When "Intranet" asks "Bea" to sign in with:
        | response_mode | <way>   |
        | state         | <state> |
      Then the person comes back by <way> with:
        | code          | present |
        | state         | <state> |
        | session_state | present |

      Examples: what a state may hold (RFC 6749 appendix A.5)
        | way       | state                                |
        | query     | a%2Bb+c%20d=e&f#g                    |
        | fragment  | a%2Bb+c%20d=e&f#g                    |
        | form_post | "><script>alert(1)</script>&amp;%22' |

    Scenario Outline: A long state comes back whole by <way>
      When "Intranet" asks "Bea" to sign in with:
        | response_mode | <way>                                                                                                                                                                                                                                                            |
        | state         | 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef-end |
      Then the person comes back by <way> with:
        | code          | present         |
        | state         | matching f-end$ |
        | session_state | present         |

      Examples: RFC 6749 section 4.1.2
        | way       |
        | query     |
        | form_post |

    Scenario Outline: An id_token that is asked for by <asked> comes by <way>
      When "Intranet" asks "Bea" to sign in with:
        | response_type | code id_token |
        | response_mode | <asked>       |
        | nonce         | a nonce       |
      Then the person comes back by <way> with:
        | code          | present |
        | id_token      | present |
        | state         | a state |
        | session_state | present |

      Examples: OAuth 2.0 Multiple Response Type Encoding Practices section 5
        | asked     | way       |
        | absent    | fragment  |
        | fragment  | fragment  |
        | form_post | form_post |

    Scenario: Nothing but what was sent comes back to an application without a state
      When "Intranet" asks "Bea" to sign in with:
        | state | absent |
      Then the person comes back by query with:
        | code          | present |
        | session_state | present |

  @mock @rule:AUTHORIZE-CODE-UNIQUE
  Rule: Each authorization code is another, and cannot be guessed

    Scenario: The same request brings a new code each time
      Given "Intranet" has signed "Bea" in
      When "Intranet" asks for a code 3 times
      Then each code is another, and tells nothing
