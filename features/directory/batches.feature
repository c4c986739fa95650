Feature: Several requests in one
  A tool may send up to twenty requests together. Each has its own answer.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:GRAPH-BATCH
  Rule: Each request of a batch gets its own answer

    Scenario: What one request fails at leaves the others alone
      When the administrator sends a batch of:
        | id    | path                                      |
        | first | /organization?$select=id                  |
        | other | /servicePrincipals/{nobody}               |
        | third | /applications?$filter=appId eq '{nobody}' |
      Then the parts of the answer have the states:
        | first | 200 |
        | other | 404 |
        | third | 200 |

    Scenario: A request that depends on a failed one is not tried
      When the administrator sends a batch of:
        | id    | path                        | after |
        | first | /servicePrincipals/{nobody} |       |
        | other | /organization?$select=id    | first |
      Then the parts of the answer have the states:
        | first | 404 |
        | other | 424 |

  @mock @live @rule:GRAPH-BATCH-SIZE
  Rule: A batch holds at most twenty requests

    Scenario: Twenty requests are answered
      When the administrator sends a batch of 20 reads
      Then the answer says:
        | responses.length | 20 |

    Scenario: Twenty-one requests are refused together
      When the administrator sends a batch of 21 reads
      Then the request is refused under rule "GRAPH-BATCH-SIZE"
