Feature: Malformed token requests
  A token request is a POST of a short form that encodes its parameters and sends each once.
  The tenant refuses anything else before it looks up the client.

  @rule:REQ-METHOD
  Rule: Token requests use POST

    @mock @live
    Scenario: A client gets T1 with a POST request
      Given a request of "Concierge" for T1 for "Booking"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @mock @live
    Scenario: The token endpoint refuses a plain GET request
      When a client reads "/{Contoso}/oauth2/v2.0/token"
      Then the request is refused under rule "REQ-METHOD"

    @mock
    Scenario: The token endpoint refuses a HEAD request
      Given a request to "/{Contoso}/oauth2/v2.0/token"
      And its method is "HEAD"
      When it is sent
      Then the answer has the status 400

    @mock
    Scenario Outline: The token endpoint refuses a token request sent by <method>
      Given a request of "Concierge" for T1 for "Booking"
      And its method is "<method>"
      When it is sent
      Then the request is refused under rule "REQ-METHOD"

      Examples: methods of RFC 9110
        | method |
        | GET    |
        | PUT    |
        | DELETE |

  @mock @rule:REQ-SIZE
  Rule: A token request is at most 1 MiB long

    Scenario: The token endpoint reads a request of almost 1 MiB
      Given a request of "Concierge" for T1 for "Booking"
      And its body is 1047000 bytes longer
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: The token endpoint refuses a request of more than 1 MiB
      Given a request of "Concierge" for T1 for "Booking"
      And its body is 1048576 bytes longer
      When it is sent
      Then the request is refused under rule "REQ-SIZE"

  @mock @rule:REQ-CONTENT-TYPE
  Rule: A token request is a form

    Scenario: The token endpoint reads a multipart form
      Given a request of "Concierge" for T1 for "Booking"
      And its body is sent as multipart
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    @live
    Scenario: The token endpoint refuses a token request in JSON
      Given a request of "Concierge" for T1 for "Booking"
      And its body is sent as JSON
      When it is sent
      Then the request is refused under rule "REQ-CONTENT-TYPE"

    Scenario: The token endpoint refuses a form declared as plain text
      Given a request of "Concierge" for T1 for "Booking"
      And its header "Content-Type" is "text/plain"
      When it is sent
      Then the request is refused under rule "REQ-CONTENT-TYPE"

  @mock @live @rule:REQ-ENCODING
  Rule: Every parameter is percent-encoded UTF-8

    Scenario: The token endpoint reads percent-encoded UTF-8 beyond ASCII
      Given a request of "Concierge" for T1 for "Booking"
      And its body ends with "&login_hint=Zo%C3%AB"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario Outline: The token endpoint refuses a parameter with <flaw>
      Given a request of "Concierge" for T1 for "Booking"
      And its body ends with "&login_hint=<text>"
      When it is sent
      Then the request is refused under rule "REQ-ENCODING"

      Examples: inferred: no capture shows a body with a broken encoding
        | flaw                        | text    |
        | bytes of Latin-1            | Zo%EB   |
        | an escape that is cut short | Zo%C3%A |
        | an escape of other letters  | Zo%XY   |

    Scenario: The token endpoint refuses a multipart form with the wrong boundary
      Given a request of "Concierge" for T1 for "Booking"
      And its body is sent as multipart
      And its header "Content-Type" is "multipart/form-data; boundary=another"
      When it is sent
      Then the request is refused under rule "REQ-ENCODING"

  @mock @live @rule:REQ-REPEATED
  Rule: No parameter is sent twice

    Scenario: The token endpoint answers a request with every parameter once
      Given a request of "Concierge" for T1 for "Booking"
      And its "scope" is "{the token exchange}/.default"
      When it is sent
      Then T1 for "Booking" is issued to "Concierge"

    Scenario: The token endpoint refuses a repeated parameter even with the same value
      Given a request of "Concierge" for T1 for "Booking"
      And its "scope" is repeated
      When it is sent
      Then the request is refused under rule "REQ-REPEATED"
