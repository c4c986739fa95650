import { type TokenRequest, withValues } from '../token-requests.ts'
import { answering, type Body } from './answering.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asksAgentUser,
  asksDelegated,
  asksOnBehalf,
  asksRefresh,
  atDelegated,
  userToken,
  value,
} from './delegated-provider.ts'

type Test = (asked: TokenRequest) => boolean

/** Gives what it gave before to a request of the same key. */
function remembering(about: Test, key: (asked: TokenRequest) => string) {
  const granted = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    if (!about(asked)) return pass()
    const known = granted.get(`${asked.tenant} ${key(asked)}`)
    if (known) return known.clone()
    const answer = await pass()
    if (answer.ok) granted.set(`${asked.tenant} ${key(asked)}`, answer.clone())
    return answer
  })
}
const client = (asked: TokenRequest) => value(asked, 'client_id')

/** Two requests at the same time get one answer. */
function coalescing(about: Test, key: (asked: TokenRequest) => string) {
  const running = new Map<string, Promise<Response>>()
  return atDelegated(async ({ asked, pass }) => {
    if (!about(asked)) return pass()
    const name = `${asked.tenant} ${key(asked)}`
    const other = running.get(name)
    if (other) return (await other).clone()
    const mine = pass()
    running.set(name, mine)
    await mine
    await new Promise((resolve) => setImmediate(resolve))
    running.delete(name)
    return (await mine).clone()
  })
}

/** Refuses what is right. */
function refusing(about: Test, times: 'always' | 'again' = 'always') {
  const seen = new Set<string>()
  return atDelegated(async ({ asked, pass }) => {
    if (!about(asked)) return pass()
    const key = value(asked, 'assertion')
    const isFirst = !seen.has(key)
    const answer = await pass()
    if (!answer.ok) return answer
    seen.add(key)
    if (times === 'again' && isFirst) return answer
    return pass(withValues(asked.form, { grant_type: 'urn:nobody:knows' }))
  })
}

const has = (code: number) => (asked: TokenRequest, body: Body) =>
  asksDelegated(asked) && Array.isArray(body.error_codes) && body.error_codes[0] === code
const refusedTo = (test: Test) => (asked: TokenRequest, body: Body) =>
  test(asked) && body.error !== undefined
const same = (body: Body) => body

/** Caches, load, refusals of what is right, and refusals with a wrong form. */
export const unseenDelegatedLives: readonly BrokenProvider[] = [
  {
    name: 'tokens on behalf of users are given from a cache by agent and scope',
    breaks: ['TOKEN-OBO'],
    options: remembering(asksOnBehalf, (asked) => `${client(asked)} ${value(asked, 'scope')}`),
  },
  {
    name: 'tokens on behalf of users are given from a cache by the token of the user and scope',
    breaks: ['TOKEN-OBO'],
    options: remembering(
      asksOnBehalf,
      (asked) => `${value(asked, 'assertion')} ${value(asked, 'scope')}`,
    ),
  },
  {
    name: 'tokens on behalf of users are given from a cache by agent and token of the user',
    breaks: ['TOKEN-SCOPES', 'TOKEN-USER-API', 'TOKEN-OBO'],
    options: remembering(asksOnBehalf, (asked) => `${client(asked)} ${value(asked, 'assertion')}`),
  },
  {
    name: 'tokens on behalf of a person are given from a cache whatever the session',
    breaks: ['TOKEN-SESSION'],
    options: remembering(
      asksOnBehalf,
      (asked) => `${client(asked)} ${userToken(asked).oid} ${value(asked, 'scope')}`,
    ),
  },
  {
    name: 'tokens of agent users are given from a cache by agent, user and scope',
    breaks: ['TOKEN-UNIQUE', 'TOKEN-AGENT-USER'],
    options: remembering(
      asksAgentUser,
      (asked) =>
        `${client(asked)} ${value(asked, 'user_id')} ${value(asked, 'username')} ${value(asked, 'scope')}`,
    ),
  },
  {
    name: 'two requests of an agent for two people at the same time get the same answer',
    breaks: ['TOKEN-OBO'],
    options: coalescing(asksOnBehalf, (asked) => client(asked)),
  },
  {
    name: 'two requests of two agents for one person at the same time get the same answer',
    breaks: ['TOKEN-OBO'],
    options: coalescing(asksOnBehalf, (asked) => String(userToken(asked).oid)),
  },
  {
    name: 'the token of a user serves once',
    breaks: ['TOKEN-OBO'],
    options: refusing(asksOnBehalf, 'again'),
  },
  {
    name: 'the token of a user in version 1 is not taken',
    breaks: ['TOKEN-OBO', 'OBO-ASSERTION-AUDIENCE'],
    options: refusing((asked) => asksOnBehalf(asked) && userToken(asked).ver === '1.0'),
  },
  {
    name: 'an agent user in capital letters is unknown',
    breaks: ['TOKEN-AGENT-USER'],
    options: refusing((asked) => /[A-Z]/.test(value(asked, 'username') || value(asked, 'user_id'))),
  },
  {
    name: 'requested_token_use is refused beside user_fic',
    breaks: ['TOKEN-EXTRAS', 'TOKEN-AGENT-USER'],
    options: refusing(
      (asked) => asksAgentUser(asked) && value(asked, 'requested_token_use') === 'on_behalf_of',
    ),
  },
  {
    name: 'what client libraries send beside a request on behalf of a user is refused',
    breaks: ['TOKEN-EXTRAS', 'TOKEN-OBO'],
    options: refusing(
      (asked) =>
        asksOnBehalf(asked) && [...asked.form.keys()].some((key) => /^x-client/i.test(key)),
    ),
  },
  {
    name: 'what client libraries send beside user_fic is refused',
    breaks: ['TOKEN-EXTRAS', 'TOKEN-AGENT-USER'],
    options: refusing(
      (asked) =>
        asksAgentUser(asked) && [...asked.form.keys()].some((key) => /^x-client/i.test(key)),
    ),
  },
  {
    name: 'capabilities that a client announces on behalf of a user are refused',
    breaks: ['TOKEN-EXTRAS', 'TOKEN-OBO', 'REQ-CLAIMS'],
    options: refusing((asked) => asksDelegated(asked) && value(asked, 'claims') !== ''),
  },
  {
    name: 'client_info is refused beside a refresh token',
    breaks: ['TOKEN-EXTRAS', 'TOKEN-REFRESH'],
    options: refusing((asked) => asksRefresh(asked) && asked.form.has('client_info')),
  },
  {
    name: 'the tenant has to be named by its id to act on behalf of users',
    breaks: ['TENANT-NAME', 'TOKEN-OBO'],
    options: refusing((asked) => asksOnBehalf(asked) && asked.tenant.includes('.')),
  },
  {
    name: 'the header that routes a request to a user is refused',
    breaks: ['TOKEN-EXTRAS', 'TOKEN-AGENT-USER', 'TOKEN-OBO'],
    options: refusing(
      (asked) => asksDelegated(asked) && asked.request.headers.has('x-anchormailbox'),
    ),
  },
  {
    name: 'the token of a user serves for one resource',
    breaks: ['TOKEN-OBO'],
    options: refusingAfter(),
  },
  {
    name: 'a missing consent is refused without its suberror',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(has(65001), ({ suberror: _, ...body }) => body),
  },
  {
    name: 'a missing consent of an agent user is refused with another suberror',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(
      (asked, body) => has(65001)(asked, body) && asksAgentUser(asked),
      (body) => ({ ...body, suberror: 'basic_action' }),
    ),
  },
  {
    name: 'a missing consent is refused as interaction_required',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(has(65001), (body) => ({ ...body, error: 'interaction_required' })),
  },
  {
    name: 'a missing consent is refused with 401',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(has(65001), same, { status: 401 }),
  },
  {
    name: 'a missing consent is refused with 200',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(has(65001), same, { status: 200 }),
  },
  {
    name: 'the number of a missing consent is a text',
    breaks: ['CONSENT-DELEGATED', 'ERROR-BODY'],
    options: answering(has(65001), (body) => ({ ...body, error_codes: ['65001'] })),
  },
  {
    name: 'a missing consent is refused with claims that are an object',
    breaks: ['CONSENT-DELEGATED', 'ERROR-BODY'],
    options: answering(has(65001), (body) => ({
      ...body,
      claims: { access_token: { capolids: { essential: true } } },
    })),
  },
  {
    name: 'a missing consent where a token is renewed is refused as invalid_request',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(
      (asked, body) => has(65001)(asked, body) && asksRefresh(asked),
      (body) => ({ ...body, error: 'invalid_request' }),
    ),
  },
  {
    name: 'a bad token of the user makes the provider fail',
    breaks: ['OBO-ASSERTION-SIGNATURE'],
    options: answering(has(50013), (body) => ({ ...body, error: 'server_error' }), { status: 500 }),
  },
  {
    name: 'a bad token of the user is a bad client',
    breaks: ['OBO-ASSERTION-SIGNATURE'],
    options: answering(has(50013), (body) => ({ ...body, error: 'invalid_client' }), {
      status: 401,
    }),
  },
  {
    name: 'the token of an application is refused as invalid_grant',
    breaks: ['OBO-ASSERTION-USER'],
    options: answering(has(7000114), (body) => ({ ...body, error: 'invalid_grant' })),
  },
  {
    name: 'a user principal name as user_id is a bad request',
    breaks: ['USERFIC-USER-ID-GUID'],
    options: answering(has(50000), (body) => ({ ...body, error: 'invalid_request' })),
  },
  {
    name: 'an unknown refresh token is a bad client',
    breaks: ['REFRESH-KNOWN'],
    options: answering(has(70000), (body) => ({ ...body, error: 'invalid_client' }), {
      status: 401,
    }),
  },
  {
    name: 'refusals to agent users have no time',
    breaks: ['ERROR-BODY'],
    options: answering(refusedTo(asksAgentUser), ({ timestamp: _, ...body }) => body),
  },
  {
    name: 'refusals on behalf of users have no trace',
    breaks: ['ERROR-BODY'],
    options: answering(refusedTo(asksOnBehalf), ({ trace_id: _, ...body }) => body),
  },
  {
    name: 'refusals of refresh tokens may be kept',
    breaks: ['ERROR-CACHE'],
    options: answering(refusedTo(asksRefresh), same, {
      headers: { 'cache-control': 'private', pragma: '' },
    }),
  },
  {
    name: 'refusals on behalf of users name another correlation id',
    breaks: ['ERROR-CORRELATION'],
    options: answering(refusedTo(asksOnBehalf), (body) => ({
      ...body,
      correlation_id: crypto.randomUUID(),
    })),
  },
  {
    name: 'every refusal on behalf of a user says that consent is required',
    breaks: ['OBO-ASSERTION-SIGNATURE', 'ERROR-BODY'],
    options: answering(refusedTo(asksOnBehalf), (body) => ({
      ...body,
      suberror: 'consent_required',
    })),
  },
]

/** Whoever was served once on behalf of a user is refused the second resource. */
function refusingAfter() {
  const served = new Map<string, string>()
  return atDelegated(async ({ asked, pass }) => {
    if (!asksOnBehalf(asked)) return pass()
    const key = `${asked.tenant} ${value(asked, 'assertion')}`
    const before = served.get(key)
    const scope = value(asked, 'scope')
    if (before !== undefined && before !== scope) {
      return pass(withValues(asked.form, { grant_type: 'urn:nobody:knows' }))
    }
    served.set(key, scope)
    return pass()
  })
}
