Feature: How a client reads an assertion file
  Whoever writes the file may end it with a line end, as editors and many programs do. The
  assertion is what stands before it.

  @client @mock @rule:FILE-LINE-END
  Rule: A client sends the assertion of a file without the line end

    Scenario Outline: A client sends the assertion of a file that ends with <end>
      Given the client under test acts for "Concierge" with an assertion file that ends with <end>
      When the client under test gets a token for "Microsoft Graph" as "Booking"
      Then request 1 presents the assertion of the file alone
      And request 1 was answered with t1
      And the client under test has a token for "Microsoft Graph" of "Booking"

      Examples: the ends of lines
        | end                |
        | a line end         |
        | a Windows line end |
        | a blank line       |
