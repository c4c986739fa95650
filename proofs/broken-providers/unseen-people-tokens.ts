import { randomUUID } from 'node:crypto'
import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { changedHeader } from '../broken-answers.ts'
import {
  answeredToSignIn,
  asksForSignIn,
  asksToRenew,
  besideSignIn,
  ofSignIn,
  withCode,
} from '../broken-people-promises.ts'
import { tokenPath } from '../published-paths.ts'
import { type Claims, isIdToken, nobody } from '../token-kinds.ts'
import { saidTo, type TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

const fault = (name: string, rule: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: [rule],
  options,
})

const grantIs = (grant: string) => (asked: TokenRequest) => asked.form.get('grant_type') === grant
const forDevice = grantIs('urn:ietf:params:oauth:grant-type:device_code')
const encoded = (value: unknown) => Buffer.from(String(value)).toString('base64url').slice(0, 43)

/** The first value that a claim ever had, in every token. */
function firstEver(claim: string): (claims: Claims) => Claims {
  let first: unknown
  return (claims) => {
    first ??= claims[claim]
    return { [claim]: first }
  }
}

/** Names that only the token of the same sign-in may have. */
const wrongInAccess: readonly (readonly [what: string, change: Parameters<typeof ofSignIn>[0]])[] =
  [
    ['is for the application itself', ({ appid, azp }) => ({ aud: appid ?? azp })],
    ['is for an API that nobody asked for', () => ({ aud: nobody })],
    ['names another application', () => ({ appid: nobody, azp: nobody })],
    ['is about whoever signed in first', firstEver('oid')],
    [
      'has the issuer of another tenant',
      ({ iss, tid }) => ({
        iss: String(iss).replace(String(tid), nobody),
      }),
    ],
    ['has permissions that nobody asked for', ({ scp }) => ({ scp: `${scp} Mail.ReadWrite` })],
    ['is of an application alone', () => ({ idtyp: 'app' })],
    ['is of an agent', ({ appid }) => ({ xms_par_app_azp: appid ?? nobody })],
    ['has the facet of an agent identity', () => ({ xms_act_fct: '3 9 11' })],
    ['has the nonce of the id_token', () => ({ nonce: 'a nonce' })],
    ['has roles of the application', () => ({ roles: ['User.Read.All'] })],
    [
      'says that a secret proved every application',
      ({ appidacr }) => (appidacr === undefined ? { azpacr: '1' } : { appidacr: '1' }),
    ],
    ['says that its client can handle a challenge', () => ({ xms_cc: ['cp1'] })],
    ['says that everybody proved themselves twice', () => ({ amr: ['pwd', 'mfa'] })],
    ['does not say how somebody signed in', () => ({ amr: undefined })],
    ['holds for five minutes', ({ iat }) => ({ exp: Number(iat) + 600 })],
    ['holds for a day', ({ iat }) => ({ exp: Number(iat) + 86_400 })],
  ]

const wrongInIdToken: typeof wrongInAccess = [
  ['is for the API', () => ({ aud: '00000003-0000-0000-c000-000000000000' })],
  ['has the issuer of version 1', ({ tid }) => ({ iss: `https://sts.windows.net/${tid}/` })],
  ['has the nonce of whoever signed in first', firstEver('nonce')],
  ['is about whoever signed in first', firstEver('oid')],
  ['has no end', () => ({ exp: undefined })],
  ['holds for a year', ({ iat }) => ({ exp: Number(iat) + 31_536_000 })],
  ['begins in an hour', ({ iat }) => ({ iat: Number(iat) + 3900, nbf: Number(iat) + 3900 })],
  ['does not name the person', () => ({ name: undefined })],
  ['names whoever signed in first', firstEver('preferred_username')],
  ['calls the person by an id', ({ oid }) => ({ preferred_username: oid })],
  [
    'is of the tenant of personal accounts',
    () => ({ tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }),
  ],
  ['has the version 1.0', () => ({ ver: '1.0' })],
  ['carries permissions', () => ({ scp: 'User.Read' })],
  ['names an authorized party as an access token does', ({ aud }) => ({ azp: aud })],
]

/** What tokens of people who sign in claim wrongly. */
export const unseenPeopleTokens: readonly BrokenProvider[] = [
  ...wrongInAccess.map(([what, change]) =>
    fault(`a token of a sign-in ${what}`, 'SIGNIN-TOKEN', ofSignIn(change)),
  ),
  ...wrongInIdToken.map(([what, change]) =>
    fault(`an id_token of a sign-in ${what}`, 'SIGNIN-ID-TOKEN', besideSignIn(change)),
  ),
  fault(
    'the token of a device is about whoever signed in first',
    'SIGNIN-TOKEN',
    saidTo(forDevice, firstEver('oid')),
  ),
  fault(
    'a renewed token forgets the second factor',
    'SIGNIN-SESSION',
    saidTo(asksToRenew, () => ({ sid: nobody })),
  ),
  fault(
    'an id_token that comes with a code names another code',
    'SIGNIN-ID-TOKEN-CODE',
    withCode(() => ({ c_hash: encoded('another').padEnd(22, 'A').slice(0, 22) })),
  ),
  fault(
    'an id_token that comes with a code names none',
    'SIGNIN-ID-TOKEN-CODE',
    withCode(() => ({ c_hash: undefined })),
  ),
  fault(
    'an id_token that comes with a code has no nonce',
    'SIGNIN-ID-TOKEN-CODE',
    withCode(() => ({ nonce: undefined })),
  ),
  fault(
    'an id_token that comes with a code knows the person by another subject',
    'SIGNIN-ID-TOKEN-CODE',
    withCode(({ oid }) => ({ sub: encoded(oid) })),
  ),
  fault(
    'an id_token that comes with a code is for everybody',
    'SIGNIN-ID-TOKEN-CODE',
    withCode(() => ({ aud: nobody })),
  ),
  fault(
    'every application knows a person by one subject',
    'SIGNIN-SUBJECT',
    besideSignIn(({ oid, tid }) => ({ sub: encoded(`${oid}${tid}`) })),
  ),
  fault(
    'the people of an application share a subject',
    'SIGNIN-SUBJECT',
    besideSignIn(({ aud }) => ({ sub: encoded(aud) })),
  ),
  fault(
    'a person has another subject each time',
    'SIGNIN-SUBJECT',
    besideSignIn(({ uti }) => ({ sub: encoded(`${uti}${uti}`) })),
  ),
  fault(
    'the id_token of a renewal has another subject',
    'SIGNIN-RENEWAL',
    saidTo(
      (asked, claims) => asksToRenew(asked) && isIdToken(claims),
      ({ uti }) => ({ sub: encoded(`${uti}${uti}`) }),
    ),
  ),
  fault(
    'the tokens of a device are of a session of their own',
    'SIGNIN-SESSION',
    saidTo(forDevice, () => ({ sid: randomUUID() })),
  ),
  fault(
    'an id_token is of another session than the token beside it',
    'SIGNIN-SESSION',
    besideSignIn(({ uti }) => ({ sid: uti })),
  ),
  ...(['refresh_token', 'id_token', 'client_info', 'ext_expires_in'] as const).map((member) =>
    fault(
      `the answer to a sign-in lacks its ${member}`,
      'SIGNIN-ANSWER',
      answeredToSignIn(({ [member]: _, ...body }) => body),
    ),
  ),
  ...(['refresh_token', 'id_token', 'client_info'] as const).map((member) =>
    fault(
      `the answer to a sign-in has a ${member} that nobody asked for`,
      'SIGNIN-ANSWER',
      answeredToSignIn((body) => ({ [member]: 'unasked', ...body })),
    ),
  ),
  fault(
    'the answer to a sign-in names permissions that the token lacks',
    'SIGNIN-ANSWER',
    answeredToSignIn((body) => ({ ...body, scope: `${body.scope} Mail.ReadWrite` })),
  ),
  fault(
    'the answer to a sign-in counts its seconds as text',
    'SIGNIN-ANSWER',
    answeredToSignIn((body) => ({ ...body, expires_in: String(body.expires_in) })),
  ),
  fault(
    'the answer to a sign-in may be kept',
    'SIGNIN-ANSWER',
    changedHeader(tokenPath, 'cache-control', 'private'),
  ),
  fault(
    'client_info names whoever signed in first',
    'SIGNIN-ANSWER',
    answeredToSignIn(firstEverMember('client_info')),
  ),
  fault(
    'every sign-in has the same refresh token',
    'SIGNIN-RENEWAL',
    answeredToSignIn(
      (body) => ({ ...body, refresh_token: `1.A${'A'.repeat(128)}` }),
      (asked) => asksForSignIn(asked) && asksToRenew(asked),
    ),
  ),
  fault(
    'a renewal brings no refresh token',
    'SIGNIN-RENEWAL',
    answeredToSignIn(({ refresh_token: _, ...body }) => body, asksToRenew),
  ),
]

function firstEverMember(member: string) {
  const change = firstEver(member)
  return (body: Claims) => (member in body ? { ...body, ...change(body) } : body)
}
