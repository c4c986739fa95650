import { encode } from '../broken-answers.ts'
import { isOfUser } from '../token-kinds.ts'
import { saidTo, type TokenRequest, withValues } from '../token-requests.ts'
import { answering, type Body } from './answering.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asksRefresh,
  atDelegated,
  lenientWithin,
  numberOf,
  someAnswer,
  value,
} from './delegated-provider.ts'
import {
  aliased,
  coalescing,
  endingAfterUse,
  inOtherTenants,
  nearlyKnown,
  ofOtherClients,
  onceRenewed,
  renewedSurvive,
  repeatingIt,
  shared,
} from './refresh-token-faults.ts'

const token = (asked: TokenRequest) => value(asked, 'refresh_token')
const hasToken = (_: TokenRequest, { refresh_token }: Body) => refresh_token !== undefined

/** Refresh tokens that are worth too much, too little or something else. */
export const unseenDelegatedRefresh: readonly BrokenProvider[] = [
  {
    name: 'a refresh token is a JWT about the user',
    breaks: ['TOKEN-USER-ANSWER'],
    options: aliased((body) => {
      const [, payload = ''] = String(body.access_token).split('.')
      return `${encode({ alg: 'RS256', typ: 'JWT' })}.${payload}.${Buffer.from(String(body.refresh_token)).toString('base64url')}`
    }),
  },
  {
    name: 'a refresh token holds the name of the user in base64',
    breaks: ['TOKEN-USER-ANSWER'],
    options: aliased((body) => `${body.refresh_token}.${String(body.access_token).split('.')[1]}`),
  },
  {
    name: 'the refresh token of an agent is good for its siblings',
    breaks: ['REFRESH-CLIENT'],
    options: ofOtherClients((asked) => asked.form.has('client_assertion')),
  },
  {
    name: 'the refresh token of an agent is good for its blueprint and for every application',
    breaks: ['REFRESH-CLIENT'],
    options: ofOtherClients((asked) => asked.form.has('client_secret')),
  },
  {
    name: 'a refresh token is good in every tenant',
    breaks: ['REFRESH-KNOWN'],
    options: inOtherTenants(),
  },
  {
    name: 'a refresh token in any letter case is taken',
    breaks: ['REFRESH-KNOWN'],
    options: nearlyKnown((one, asked) => one.toLowerCase() === asked.toLowerCase()),
  },
  {
    name: 'a refresh token with more behind it is taken',
    breaks: ['REFRESH-KNOWN'],
    options: nearlyKnown((one, asked) => asked.startsWith(one)),
  },
  {
    name: 'the beginning of a refresh token is taken',
    breaks: ['REFRESH-KNOWN'],
    options: nearlyKnown((one, asked) => asked.length > 8 && one.startsWith(asked)),
  },
  {
    name: 'any refresh token in the form of the provider is taken',
    breaks: ['REFRESH-KNOWN'],
    options: atDelegated(async ({ asked, pass }) => {
      const answer = await pass()
      const isUnknown = asksRefresh(asked) && (await numberOf(answer)) === 70000
      return isUnknown && token(asked).startsWith('1.A') ? someAnswer() : answer
    }),
  },
  {
    name: 'a renewal brings no new refresh token',
    breaks: ['TOKEN-REFRESH'],
    options: answering(
      (asked, body) => asksRefresh(asked) && hasToken(asked, body),
      ({ refresh_token: _, ...body }) => body,
    ),
  },
  {
    name: 'a refresh token ends with its use',
    breaks: ['TOKEN-REFRESH'],
    options: endingAfterUse(),
  },
  {
    name: 'all people of an agent share a refresh token',
    breaks: ['TOKEN-REFRESH'],
    options: shared(),
  },
  {
    name: 'a refresh token is worth something after the sessions of its user were revoked',
    breaks: ['REFRESH-REVOKED'],
    options: onceRenewed(50173),
  },
  {
    name: 'a refresh token that came from another one survives that the sessions were revoked',
    breaks: ['REFRESH-REVOKED'],
    options: renewedSurvive(),
  },
  {
    name: 'a disabled user keeps getting tokens with a refresh token',
    breaks: ['REFRESH-USER-ENABLED'],
    options: lenientWithin(50057, asksRefresh, (tenant) => ({
      ...tenant,
      users: tenant.users.map((one) => ({ ...one, enabled: true })),
    })),
  },
  {
    name: 'a disabled agent user keeps getting tokens with a refresh token',
    breaks: ['REFRESH-USER-ENABLED'],
    options: lenientWithin(50057, asksRefresh, (tenant) => ({
      ...tenant,
      users: tenant.users.map((one) =>
        one.identityParentId === undefined ? one : { ...one, enabled: true },
      ),
    })),
  },
  {
    name: 'a removed user keeps getting tokens with a refresh token that was used',
    breaks: ['REFRESH-USER-KNOWN'],
    options: onceRenewed(50034),
  },
  {
    name: 'a disabled agent keeps getting tokens with a refresh token',
    breaks: ['CLIENT-ENABLED'],
    options: lenientWithin(7000112, asksRefresh, (tenant) => ({
      ...tenant,
      agentIdentities: tenant.agentIdentities.map((one) => ({ ...one, enabled: true })),
    })),
  },
  {
    name: 'the agent of a disabled blueprint keeps getting tokens with a refresh token',
    breaks: ['CLIENT-PARENT-ENABLED'],
    options: lenientWithin(7000112, asksRefresh, (tenant) => ({
      ...tenant,
      blueprints: tenant.blueprints.map((one) => ({
        ...one,
        enabled: true,
        ...(one.principal && { principal: { ...one.principal, enabled: true } }),
      })),
    })),
  },
  {
    name: 'a renewed token is one of the agent alone',
    breaks: ['TOKEN-REFRESH'],
    options: saidTo(
      (asked, claims) => asksRefresh(asked) && isOfUser(claims),
      (claims) => ({
        scp: undefined,
        idtyp: 'app',
        oid: claims.appid ?? claims.azp,
        sub: claims.appid ?? claims.azp,
        name: undefined,
        upn: undefined,
      }),
    ),
  },
  {
    name: 'a renewed token has lost all permissions but the first',
    breaks: ['TOKEN-REFRESH'],
    options: saidTo(
      (asked, claims) => asksRefresh(asked) && isOfUser(claims),
      ({ scp }) => {
        const oidc = ['openid', 'profile', 'email']
        const names = String(scp).split(' ')
        const [first] = names.filter((name) => !oidc.includes(name))
        return { scp: names.filter((name) => name === first || oidc.includes(name)).join(' ') }
      },
    ),
  },
  {
    name: 'a refresh token needs the scope to be named again',
    breaks: ['TOKEN-REFRESH'],
    options: atDelegated(async ({ asked, pass }) =>
      asksRefresh(asked) && !value(asked, 'scope')
        ? pass(withValues(asked.form, { grant_type: 'client_credentials' }))
        : pass(),
    ),
  },
  {
    name: 'two renewals of an agent at the same time bring the same person',
    breaks: ['TOKEN-REFRESH'],
    options: coalescing(),
  },
  {
    name: 'a refresh token is repeated in a refusal',
    breaks: ['ERROR-SECRECY'],
    options: repeatingIt('refresh_token'),
  },
  {
    name: 'the token of the user is repeated in a refusal',
    breaks: ['ERROR-SECRECY'],
    options: repeatingIt('assertion'),
  },
  {
    name: 'T2 is repeated in a refusal',
    breaks: ['ERROR-SECRECY'],
    options: repeatingIt('user_federated_identity_credential'),
  },
  {
    name: 'a renewal of a token for one resource brings one for Graph',
    breaks: ['TOKEN-REFRESH'],
    options: atDelegated(async ({ asked, pass }) => {
      const api = /api:\/\/\S+/.test(value(asked, 'scope'))
      if (!asksRefresh(asked) || !api) return pass()
      const scope = 'https://graph.microsoft.com/.default'
      return pass(withValues(asked.form, { scope }))
    }),
  },
  {
    name: 'the lifetime of a renewed token is what was left of the first',
    breaks: ['TOKEN-REFRESH'],
    options: saidTo(
      (asked, claims) => asksRefresh(asked) && isOfUser(claims),
      ({ iat }) => ({ exp: Number(iat) + 420 }),
    ),
  },
]
