import { type TokenRequest, withValues } from '../token-requests.ts'
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

/** Caches, load, and refusals of what is right. */
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
    breaks: ['TOKEN-USER-API'],
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
    breaks: ['TOKEN-UNIQUE'],
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
    breaks: ['OBO-ASSERTION-AUDIENCE'],
    options: refusing((asked) => asksOnBehalf(asked) && userToken(asked).ver === '1.0'),
  },
  {
    name: 'an agent user in capital letters is unknown',
    breaks: ['TOKEN-AGENT-USER'],
    options: refusing((asked) => /[A-Z]/.test(value(asked, 'username') || value(asked, 'user_id'))),
  },
  {
    name: 'requested_token_use is refused beside user_fic',
    breaks: ['TOKEN-AGENT-USER'],
    options: refusing(
      (asked) => asksAgentUser(asked) && value(asked, 'requested_token_use') === 'on_behalf_of',
    ),
  },
  {
    name: 'what client libraries send beside a request on behalf of a user is refused',
    breaks: ['TOKEN-EXTRAS'],
    options: refusing(
      (asked) =>
        asksOnBehalf(asked) && [...asked.form.keys()].some((key) => /^x-client/i.test(key)),
    ),
  },
  {
    name: 'what client libraries send beside user_fic is refused',
    breaks: ['TOKEN-EXTRAS'],
    options: refusing(
      (asked) =>
        asksAgentUser(asked) && [...asked.form.keys()].some((key) => /^x-client/i.test(key)),
    ),
  },
  {
    name: 'capabilities that a client announces on behalf of a user are refused',
    breaks: ['TOKEN-EXTRAS'],
    options: refusing((asked) => asksDelegated(asked) && value(asked, 'claims') !== ''),
  },
  {
    name: 'client_info is refused beside a refresh token',
    breaks: ['TOKEN-EXTRAS'],
    options: refusing((asked) => asksRefresh(asked) && asked.form.has('client_info')),
  },
  {
    name: 'the tenant has to be named by its id to act on behalf of users',
    breaks: ['TENANT-NAME'],
    options: refusing((asked) => asksOnBehalf(asked) && asked.tenant.includes('.')),
  },
  {
    name: 'the header that routes a request to a user is refused',
    breaks: ['TOKEN-EXTRAS'],
    options: refusing(
      (asked) => asksDelegated(asked) && asked.request.headers.has('x-anchormailbox'),
    ),
  },
  {
    name: 'the token of a user serves for one resource',
    breaks: ['TOKEN-OBO'],
    options: refusingAfter(),
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
