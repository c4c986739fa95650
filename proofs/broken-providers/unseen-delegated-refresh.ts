import { encode } from '../broken-answers.ts'
import { type Claims, isOfUser } from '../token-kinds.ts'
import { saidTo, type TokenRequest, withValues } from '../token-requests.ts'
import { answering, type Body } from './answering.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asksDelegated,
  asksRefresh,
  atDelegated,
  lenient,
  lenientWithin,
  numberOf,
  someAnswer,
  value,
} from './delegated-provider.ts'

const token = (asked: TokenRequest) => value(asked, 'refresh_token')
const hasToken = (_: TokenRequest, { refresh_token }: Body) => refresh_token !== undefined
const bodyOf = async (answer: Response) =>
  (await answer
    .clone()
    .json()
    .catch(() => ({}))) as Claims

/** Refresh tokens that are worth too much, too little or something else. */
export const unseenDelegatedRefresh: readonly BrokenProvider[] = [
  {
    name: 'a refresh token is a JWT about the user',
    breaks: ['TOKEN-REFRESH', 'TOKEN-USER-ANSWER'],
    options: aliased((body) => {
      const [, payload = ''] = String(body.access_token).split('.')
      return `${encode({ alg: 'RS256', typ: 'JWT' })}.${payload}.${Buffer.from(String(body.refresh_token)).toString('base64url')}`
    }),
  },
  {
    name: 'a refresh token holds the name of the user in base64',
    breaks: ['TOKEN-REFRESH', 'TOKEN-USER-ANSWER'],
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
    breaks: ['REFRESH-KNOWN', 'REFRESH-CLIENT'],
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
    breaks: ['TOKEN-REFRESH', 'TOKEN-SCOPES'],
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
    breaks: ['TOKEN-REFRESH', 'TOKEN-ANSWER-LIFETIME'],
    options: saidTo(
      (asked, claims) => asksRefresh(asked) && isOfUser(claims),
      ({ iat }) => ({ exp: Number(iat) + 420 }),
    ),
  },
  {
    name: 'a refresh token is taken as the secret of a client',
    breaks: ['CRED-PRESENT'],
    options: lenient([7000218], asksRefresh, async ({ freshT1 }) => {
      const t1 = await freshT1()
      return t1 === undefined
        ? undefined
        : {
            client_assertion: t1,
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          }
    }),
  },
]

/** Refresh tokens by another name. */
function aliased(rename: (body: Claims) => string) {
  const own = new Map<string, string>()
  return atDelegated(async ({ asked, pass }) => {
    const known = own.get(token(asked))
    const answer = await pass(
      known === undefined ? undefined : withValues(asked.form, { refresh_token: known }),
    )
    const body = await bodyOf(answer)
    if (!answer.ok || body.refresh_token === undefined) return answer
    const alias = rename(body)
    own.set(alias, String(body.refresh_token))
    return new Response(JSON.stringify({ ...body, refresh_token: alias }), answer)
  })
}

/** What was granted with each refresh token, and to whom. */
function ofOtherClients(about: (asked: TokenRequest) => boolean) {
  const granted = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    if (answer.ok) {
      const { refresh_token } = await bodyOf(answer)
      if (refresh_token !== undefined) granted.set(String(refresh_token), answer.clone())
      return answer
    }
    const isOfAnother = asksRefresh(asked) && (await numberOf(answer)) === 70000
    return isOfAnother && about(asked) ? (granted.get(token(asked))?.clone() ?? answer) : answer
  })
}

function inOtherTenants() {
  const granted = new Map<string, readonly [string, Response]>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    if (answer.ok) {
      const { refresh_token } = await bodyOf(answer)
      granted.set(String(refresh_token), [asked.tenant, answer.clone()])
      return answer
    }
    const [tenant, before] = granted.get(token(asked)) ?? []
    const isElsewhere = asksRefresh(asked) && (await numberOf(answer)) === 70000
    return isElsewhere && before && tenant !== asked.tenant ? before.clone() : answer
  })
}

function nearlyKnown(isAlike: (one: string, asked: string) => boolean) {
  const known = new Set<string>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    if (answer.ok) {
      const { refresh_token } = await bodyOf(answer)
      if (refresh_token !== undefined) known.add(String(refresh_token))
      return answer
    }
    if (!asksRefresh(asked) || (await numberOf(answer)) !== 70000) return answer
    const meant = [...known].find((one) => one !== token(asked) && isAlike(one, token(asked)))
    return meant ? pass(withValues(asked.form, { refresh_token: meant })) : answer
  })
}

function endingAfterUse() {
  const used = new Set<string>()
  return atDelegated(async ({ asked, pass }) => {
    if (!asksRefresh(asked)) return pass()
    if (used.has(token(asked))) return pass(withValues(asked.form, { refresh_token: 'used' }))
    const answer = await pass()
    if (answer.ok) used.add(token(asked))
    return answer
  })
}

function shared() {
  const newest = new Map<string, string>()
  return atDelegated(async ({ asked, pass }) => {
    const key = `${asked.tenant} ${value(asked, 'client_id')}`
    const last = newest.get(key)
    const answer = await pass(
      asksRefresh(asked) && last !== undefined && token(asked).startsWith('1.A')
        ? withValues(asked.form, { refresh_token: last })
        : undefined,
    )
    const { refresh_token } = await bodyOf(answer)
    if (answer.ok && refresh_token !== undefined) newest.set(key, String(refresh_token))
    return answer
  })
}

/** Who renewed once goes on, where a refusal has this number. */
function onceRenewed(number: number) {
  const granted = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    const { refresh_token } = await bodyOf(answer)
    if (answer.ok && refresh_token !== undefined) {
      granted.set(String(refresh_token), answer.clone())
      if (asksRefresh(asked)) granted.set(token(asked), answer.clone())
    }
    const isRefused = asksRefresh(asked) && (await numberOf(answer)) === number
    return isRefused ? (granted.get(token(asked))?.clone() ?? answer) : answer
  })
}

function renewedSurvive() {
  const renewed = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    const { refresh_token } = await bodyOf(answer)
    if (answer.ok && asksRefresh(asked)) renewed.set(String(refresh_token), answer.clone())
    const isRevoked = (await numberOf(answer)) === 50173
    return isRevoked ? (renewed.get(token(asked))?.clone() ?? answer) : answer
  })
}

function coalescing() {
  const running = new Map<string, Promise<Response>>()
  return atDelegated(async ({ asked, pass }) => {
    if (!asksRefresh(asked)) return pass()
    const key = `${asked.tenant} ${value(asked, 'client_id')}`
    const other = running.get(key)
    if (other) return (await other).clone()
    const mine = pass()
    running.set(key, mine)
    await mine
    await new Promise((resolve) => setImmediate(resolve))
    running.delete(key)
    return (await mine).clone()
  })
}

function repeatingIt(name: string) {
  return answering(
    (asked, body) => asksDelegated(asked) && body.error !== undefined && asked.form.has(name),
    (body, asked) => ({
      ...body,
      error_description: `${body.error_description} ${value(asked, name)}`,
    }),
  )
}
