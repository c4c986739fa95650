import { type AdviceByRule, advice } from './advice.ts'

/** Conditional Access and the parameter resource. */
export const accessAdvice: AdviceByRule = {
  'ACCESS-POLICY-BLOCK': advice(
    'A policy of Conditional Access blocks the person, the agent or the agent user at this resource. No sign-in changes that.',
    'Do not try again. An administrator finds the policy in the sign-in log, or by the id in `claims`, and excludes whom it should not block. On the mock, list the policies with `GET /_mock/access-policies`.',
  ),
  'ACCESS-POLICY-MFA': advice(
    'The person signed in with one factor, and a policy of Conditional Access demands several.',
    'Hand the member `claims` to the program that the person uses, in a 401 answer with `insufficient_claims`. It sends the person to sign in with these claims, and calls again with the new token. Trying again with the old one cannot work.',
  ),
  'RESOURCE-PARAMETER': advice(
    'The client sends the URL of an MCP server as `resource` (RFC 8707), and the API has another Application ID URI. A slash at the end is a difference too.',
    'Add the URL to the identifierUris of the API exactly as clients send it, and request its scopes under that URI; or leave `resource` out.',
  ),
  'RESOURCE-PARAMETER-VERSION': advice(
    'The client names the API in `resource`, and the API takes version 1 tokens.',
    'Set requestedAccessTokenVersion of the API to 2, or leave `resource` out.',
  ),
}
