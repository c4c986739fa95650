Feature: Several requests in one batch
  A tool can send up to twenty requests together. Each gets its own answer.

  Background:
    Given the blueprint "Concierge" with the agent identities "Booking" and "Billing"

  @mock @live @rule:GRAPH-BATCH
  Rule: Each request of a batch gets its own answer

    Scenario: One failed request does not affect the others
      When the administrator sends a batch of:
        | id    | path                                      |
        | first | /organization?$select=id                  |
        | other | /servicePrincipals/{nobody}               |
        | third | /applications?$filter=appId eq '{nobody}' |
      Then the parts of the answer have the states:
        | first | 200 |
        | other | 404 |
        | third | 200 |

    Scenario: Each answer of a batch has the id and the body of its own
      When the administrator sends a batch of:
        | id    | path                        |
        | first | /servicePrincipals/{nobody} |
      Then the answer says:
        | responses.0.id              | first                    |
        | responses.0.status          | 404                      |
        | responses.0.body.error.code | Request_ResourceNotFound |
      And the entries of its "responses" have these types:
        | a text         | id     |
        | a whole number | status |

    Scenario: The directory does not try a request that depends on a failed one
      When the administrator sends a batch of:
        | id    | path                        | after |
        | first | /servicePrincipals/{nobody} |       |
        | other | /organization?$select=id    | first |
      Then the parts of the answer have the states:
        | first | 404 |
        | other | 424 |

  @mock @live @rule:GRAPH-BATCH-SIZE
  Rule: A batch holds at most twenty requests

    Scenario: The directory answers a batch of twenty requests
      When the administrator sends a batch of 20 reads
      Then the answer says:
        | responses.length | 20 |

    Scenario: The directory refuses a batch of twenty-one requests
      When the administrator sends a batch of 21 reads
      Then the request is refused under rule "GRAPH-BATCH-SIZE"
