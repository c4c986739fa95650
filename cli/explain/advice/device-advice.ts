import { type AdviceByRule, advice } from './advice.ts'

export const deviceAdvice: AdviceByRule = {
  'CRED-PUBLIC': advice(
    'A program that is registered as a public client sends a secret or an assertion.',
    'Send none, or register the program as a web application.',
  ),
  'CRED-CONFIDENTIAL': advice(
    'The registration allows no public client flows, and the program sends no credential.',
    'Allow public client flows (isFallbackPublicClient), or send the secret or the assertion.',
  ),
  'DEVICE-CLIENT': advice(
    'A program uses the client id of a blueprint or an agent identity to sign its user in by device code.',
    'Register an ordinary application with public client flows, and let it ask for a scope of the blueprint.',
  ),
  'DEVICE-CODE-PRESENT': advice(
    'The program asks for tokens without device_code; version 1 calls it code.',
    'Send the device_code of the answer of /devicecode.',
  ),
  'DEVICE-CODE-KNOWN': advice(
    'The program sends the user_code, a shortened code, or one of another tenant or of before a reset.',
    'Send the whole device_code to the tenant that gave it out.',
  ),
  'DEVICE-CODE-CLIENT': advice(
    'The code was asked for with another client_id.',
    'Use one client_id for both requests.',
  ),
  'DEVICE-CODE-ONCE': advice(
    'The program goes on asking after it has its tokens, or two parts of it ask.',
    'Stop at the first success, and renew with the refresh token.',
  ),
  'DEVICE-CODE-DECLINED': advice(
    'The user cancelled on the page.',
    'Stop asking, say so, and let the user begin anew.',
  ),
  'DEVICE-CODE-TIME': advice(
    'Nobody signed in within 15 minutes.',
    'Stop asking, and ask for a new code when the user is ready.',
  ),
  'DEVICE-CODE-APPROVED': advice(
    'The user has not signed in yet: this is no failure.',
    'Wait for interval seconds and ask again. In a test, answer the page, or call POST /_mock/device-codes.',
  ),
  'DEVICE-USER-KNOWN': advice(
    'The account was deleted between the sign-in and the next request of the device.',
    'Let somebody else sign in.',
  ),
  'DEVICE-USER-ENABLED': advice(
    'The account was disabled between the sign-in and the next request of the device.',
    'Enable the account (accountEnabled), or let somebody else sign in.',
  ),
  'DEVICE-USER-CODE': advice(
    'The user mistyped the code, or it was answered already.',
    'Show the code in large letters, as it came. Letter case, spaces and dashes do not matter.',
  ),
  'DEVICE-USER-CODE-TIME': advice(
    'The user typed the code after 15 minutes.',
    'Let the device ask for a new code.',
  ),
  'ADMIN-CONSENT-SCOPE': advice(
    'The link for administrators names no scope.',
    'Add scope, for instance https://graph.microsoft.com/.default, or role for roles of the application itself.',
  ),
  'ADMIN-CONSENT-ROLE-KNOWN': advice(
    'The role is mistyped, or exists only as a delegated permission.',
    'Look the role up among the appRoles of the principal of the API.',
  ),
  'ADMIN-CONSENT-ADMINISTRATOR': advice(
    'Somebody without an administrative role opened the link.',
    'Send it to a Global Administrator, or give the user a role that may consent, such as Cloud Application Administrator.',
  ),
  'ADMIN-CONSENT-GIVEN': advice(
    'The administrator declined.',
    'Ask for fewer permissions, or say better what they are for.',
  ),
  'USERINFO-SCOPE': advice(
    'The token has no user, or was asked for without openid.',
    'Ask for openid, and profile and email for more than the subject. The id_token says the same without a request.',
  ),
}
