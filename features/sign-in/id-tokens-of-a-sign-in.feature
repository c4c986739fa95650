Feature: What all id_tokens of a sign-in have in common
  An application learns from an id_token who signed in. Every one is for that application alone, and
  about the very request that it sent.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:SIGNIN-ID-TOKEN
  Rule: An id_token of a sign-in names the person, the application and the nonce of the request

    Scenario: Every id_token of a sign-in names its own parties
      When people sign in in every way for Microsoft Graph
      Then the id_token beside each of them says:
        | aud                | the client id of its client        |
        | iss                | the version 2 issuer of its tenant |
        | oid                | the id of its user                 |
        | tid                | the tenant id of its tenant        |
        | ver                | 2.0                                |
        | name               | matching ^(Bea B\|Carlos C)        |
        | preferred_username | the user name of its user          |
        | nbf                | 300 seconds ago                    |
        | iat                | 300 seconds ago                    |
        | exp                | 3900 to 5700 seconds after its nbf |
        | scp                | absent                             |
        | roles              | absent                             |
        | azp                | absent                             |
        | appid              | absent                             |
      And the id_token beside each of them is signed with a published key
      And the id_token beside each of them has the nonce of its sign-in

  @mock @rule:SIGNIN-ID-TOKEN-CODE
  Rule: An id_token that comes with a code names its hash, and the same sign-in as the one that follows

    Scenario: Every id_token that comes with a code belongs to the code
      When people sign in in every way for Microsoft Graph
      Then each id_token that came with a code names its code
      And each id_token that came with a code is about the sign-in

  @mock @rule:SIGNIN-SUBJECT
  Rule: Each application knows a person by a subject of its own, in id_tokens and user information

    Scenario: Every id_token names a person as its application knows them
      When people sign in in every way for Microsoft Graph
      Then each application knows each person by one subject of its own
      And the subject at the client is the subject of the id_token beside each of them
      And each user has one "sub" of its own at each resource
      And each of them says:
        | sub | another than its oid |

    Scenario: User information names a person as the id_token does
      When people sign in in every way for Microsoft Graph
      Then Microsoft Graph knows each person as the id_token does

  @mock @rule:SIGNIN-SESSION
  Rule: All tokens of a session name it, renewed ones too

    Scenario: Every token of a browser is of its session
      When people sign in in every way for Microsoft Graph
      Then each of them is of the session in which its user called
      And each of them and the id_token beside it agree in "sid"

  @mock @rule:SIGNIN-RENEWAL
  Rule: A renewal of a sign-in is about the same person and brings another refresh token

    Scenario: Every renewal is about the same sign-in
      When people sign in in every way for Microsoft Graph
      Then the id_token of each renewal is about the same sign-in
      And the refresh tokens beside them are opaque, and no two are the same
