import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { encode } from '../broken-answers.ts'
import { isAgentUser, isT1 } from '../token-kinds.ts'
import { assertionClaims, atTokenEndpoint } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Form = URLSearchParams
type When = (form: Form) => boolean
type Lax = readonly [name: string, rule: string, when?: When]

/** A request that breaks this rule gets some token, where it is one of these. */
function lax(rule: string, when: When = () => true): InProcessOptions {
  return atTokenEndpoint(async ({ form }, pass) => {
    const answer = await pass()
    if (answer.headers.get('x-mock-rule') !== rule || !when(form)) return answer
    const access_token = `${encode({ alg: 'RS256' })}.${encode({ sub: 'somebody' })}.c2ln`
    return Response.json({ token_type: 'Bearer', expires_in: 3599, access_token })
  })
}

const userToken = (form: Form) => assertionClaims(form.get('assertion'))
const t2 = (form: Form) => assertionClaims(form.get('user_federated_identity_credential'))
const signature = (jwt: string | null) => jwt?.split('.')[2] ?? ''
const isClient = (form: Form, claim: unknown) => form.get('client_id') === claim
const isRefresh = (form: Form) => form.get('grant_type') === 'refresh_token'
const t1 = (form: Form) => assertionClaims(form.get('client_assertion'))
const agentOf = (form: Form) => String(t1(form).sub).split('/').at(-1)

const ofUserTokens: readonly Lax[] = [
  ['a blueprint acts on behalf of people with its secret', 'OBO-BLUEPRINT'],
  ['whatever jwt-bearer is used for is on behalf of somebody', 'OBO-USE'],
  ['on behalf of nobody', 'OBO-ASSERTION-PRESENT', (form) => !form.get('assertion')],
  ['a name in place of the token of a person', 'OBO-ASSERTION-FORM'],
  ['an id_token in place of the token of a person', 'OBO-ASSERTION-ID-TOKEN'],
  [
    'the Graph token of a person',
    'OBO-ASSERTION-GRAPH',
    (form) => userToken(form).xms_par_app_azp === undefined,
  ],
  [
    'the Graph token of an agent user on behalf of a person',
    'OBO-ASSERTION-GRAPH',
    (form) => isAgentUser(userToken(form)),
  ],
  [
    'the token of an exchange in another exchange',
    'OBO-ASSERTION-GRAPH',
    (form) => 'xms_par_app_azp' in userToken(form) && !isAgentUser(userToken(form)),
  ],
  [
    'an unsigned token of a person',
    'OBO-ASSERTION-SIGNATURE',
    (form) => signature(form.get('assertion')) === '',
  ],
  [
    'a token of a person signed by whoever wants',
    'OBO-ASSERTION-SIGNATURE',
    (form) => signature(form.get('assertion')) !== '',
  ],
  ['a token of another tenant on behalf of a person', 'OBO-ASSERTION-TENANT'],
  [
    'T1 in place of the token of a person',
    'OBO-ASSERTION-AUDIENCE',
    (form) => isT1(userToken(form)),
  ],
  [
    'T2 in place of the token of a person',
    'OBO-ASSERTION-AUDIENCE',
    (form) => isClient(form, userToken(form).azp) && isClient(form, userToken(form).sub),
  ],
  [
    'the token of a person for another blueprint',
    'OBO-ASSERTION-AUDIENCE',
    (form) => userToken(form).scp === 'access_agent',
  ],
  ['the token of a person after its end', 'OBO-ASSERTION-TIME'],
  ['the token of an application on behalf of a person', 'OBO-ASSERTION-USER'],
  ['the token of a deleted person', 'OBO-USER-KNOWN'],
  ['the token of a disabled person', 'OBO-USER-ENABLED'],
  ['the token of a person whose sessions were revoked', 'OBO-USER-SESSION'],
  ['the token of a person who is not assigned', 'USER-ASSIGNED'],
  [
    'T2 in place of T1 on behalf of a person',
    'T1-SUBJECT',
    (form) => form.has('assertion') && isClient(form, t1(form).azp),
  ],
  [
    'the T1 of another agent identity on behalf of a person',
    'T1-AGENT',
    (form) => form.has('assertion') && !isClient(form, agentOf(form)),
  ],
]

const ofAgentUsers: readonly Lax[] = [
  ['an application as an agent user', 'USERFIC-CLIENT'],
  ['T1 in place of T2', 'USERFIC-CREDENTIAL-AGENT', (form) => isT1(t2(form))],
  ['T2 of another agent identity', 'USERFIC-CREDENTIAL-AGENT', (form) => !isT1(t2(form))],
  ['a person in place of T2', 'USERFIC-AUDIENCE'],
  ['T2 of another tenant', 'USERFIC-ISSUER'],
  [
    'T2 without a signature',
    'USERFIC-SIGNATURE',
    (form) => signature(form.get('user_federated_identity_credential')) === '',
  ],
  ['T2 signed with a key of nobody', 'USERFIC-KEY'],
  ['T2 after its expiry', 'USERFIC-EXPIRED'],
  ['T2 before its start', 'USERFIC-START'],
  ['a user name for an object id', 'USERFIC-USER-ID-GUID'],
  [
    'the agent user of another agent identity',
    'USERFIC-PARENT',
    (form) => isClient(form, t2(form).azp) && !form.has('username'),
  ],
  ['a person by the user name', 'USERFIC-PARENT', (form) => form.has('username')],
  ['a disabled agent user', 'USERFIC-USER-ENABLED'],
]

const ofRefreshTokens: readonly Lax[] = [
  ['a refresh token of nobody', 'REFRESH-KNOWN'],
  [
    'the refresh token of a sibling',
    'REFRESH-CLIENT',
    (form) => form.has('client_assertion') && isRefresh(form),
  ],
  [
    'the refresh token of an agent identity from its blueprint',
    'REFRESH-CLIENT',
    (form) => form.has('client_secret'),
  ],
  ['a refresh token after a hundred days', 'REFRESH-TIME'],
  ['a refresh token of a deleted user', 'REFRESH-USER-KNOWN'],
  ['a refresh token of a disabled user', 'REFRESH-USER-ENABLED'],
  ['a refresh token after all sessions were revoked', 'REFRESH-REVOKED'],
  ['a refresh token without any credential', 'CRED-PRESENT', isRefresh],
  ['a refresh token after consent was withdrawn', 'CONSENT-DELEGATED', isRefresh],
  ['a scope without consent', 'CONSENT-DELEGATED', (form) => !isRefresh(form)],
  ['scopes of two resources', 'SCOPE-ONE-RESOURCE'],
  ['.default beside other scopes', 'SCOPE-DEFAULT-ALONE'],
  ['claims that are no JSON', 'REQ-CLAIMS'],
]

/** Requests about users that are served although they must not be. */
export const delegatedRefusalsLeftOut: readonly BrokenProvider[] = [
  ...ofUserTokens,
  ...ofAgentUsers,
  ...ofRefreshTokens,
].map(([name, rule, when]) => ({
  name: `taken: ${name}`,
  breaks: [rule],
  options: lax(rule, when),
}))
