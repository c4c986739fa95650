import { setTimeout as delay } from 'node:timers/promises'
import { Given, Then, When } from '@cucumber/cucumber'
import type { AgentName } from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import {
  answerOf,
  call,
  callWith,
  forgedChange,
  heldBy,
  requireControl,
  stillLetsIn,
} from '../support/api-calls.ts'
import { otherToken } from '../support/api-other-tokens.ts'
import { agentLetIn, apiOf, isLetIn, orderForApi, tokenByFlow } from '../support/api-tokens.ts'
import { withLaterEnd, withOtherSignature } from '../support/changed-tokens.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

const ways = {
  'agents that act for themselves': ['apps', 'agent'],
  'agents that act on behalf of people': ['people', 'obo'],
  'the users of agents': ['agentUsers', 'agentUser'],
} as const
type Callers = keyof typeof ways

Given('an API that lets good tokens in', async function (this: W) {
  await requireControl(this)
})

Given('it lets in {callers}', function (this: W, callers: Callers) {
  const { name, policy } = apiOf(this)
  const [member] = ways[callers]
  if (policy[member]) return
  throw new NotTestable(`the policy of ${name} says ${member}: false`)
})

Given('it does not let in {callers}', function (this: W, callers: Callers) {
  const { name, policy } = apiOf(this)
  const [member] = ways[callers]
  if (!policy[member]) return
  throw new NotTestable(`the policy of ${name} says ${member}: true`)
})

Given('it is for one tenant', function (this: W) {
  const { name, policy } = apiOf(this)
  if (policy.multiTenant) throw new NotTestable(`the policy of ${name} says multiTenant: true`)
})

Given('it is for agents alone', function (this: W) {
  const { name, policy } = apiOf(this)
  if (!policy.requireAgent) throw new NotTestable(`the policy of ${name} says requireAgent: false`)
})

Given('it is for every application', function (this: W) {
  const { name, policy } = apiOf(this)
  const { apps, requireAgent, agents, blueprints } = policy
  if (apps && !requireAgent && agents === null && blueprints === null) return
  throw new NotTestable(`the policy of ${name} does not let every application in`)
})

Given('it does not let in every agent identity', function (this: W) {
  const { name, policy } = apiOf(this)
  if (policy.agents === null) throw new NotTestable(`the policy of ${name} names no agents`)
})

When('{callers} call it', async function (this: W, callers: Callers) {
  const [, way] = ways[callers]
  const agent = way === 'agentUser' ? 'Booking' : agentLetIn(apiOf(this))
  await callWith(this, await tokenByFlow(this, way, agent))
})

When('{agent identity} calls it', async function (this: W, agent: AgentName) {
  const { name } = apiOf(this)
  if (isLetIn(agent, apiOf(this))) throw new NotTestable(`the policy of ${name} lets ${agent} in`)
  await callWith(this, await orderForApi(this, {}, { agent }))
})

When('it is called with a token {string}', async function (this: W, words: string) {
  await callWith(this, await orderForApi(this, await forgedChange(this, words)))
})

When('it is called with {string}', async function (this: W, words: string) {
  await callWith(this, await otherToken(this, words))
})

When(
  'it is called with a good token, and then with another payload under its signature',
  async function (this: W) {
    const token = await orderForApi(this)
    await callWith(this, token)
    await callWith(this, withLaterEnd(token))
  },
)

When(
  'it is called with a good token, and then with its payload under another signature',
  async function (this: W) {
    const token = await orderForApi(this)
    await callWith(this, token)
    await callWith(this, withOtherSignature(token))
  },
)

When('it is called without a token', async function (this: W) {
  await call(this, {})
})

When(
  'it is called with the Authorization header {string}',
  async function (this: W, value: string) {
    await call(this, { authorization: [value] })
  },
)

When(
  'it is called with a good token of the scheme {string}',
  async function (this: W, scheme: string) {
    await callWith(this, await orderForApi(this), scheme)
  },
)

When('it is called with a good token in its query', async function (this: W) {
  await call(this, { query: { access_token: await orderForApi(this) } })
})

When('it is called with a good token twice', async function (this: W) {
  const value = `Bearer ${await orderForApi(this)}`
  await call(this, { authorization: [value, value] })
})

When('it is called with {int} characters for a token', async function (this: W, length: number) {
  await call(this, { authorization: [`Bearer ${'A'.repeat(length)}`] })
})

/** An API may keep the keys that it has read for a while. */
const rotationSeconds = 60

When('the tenant has signed with a new key for a minute at most', async function (this: W) {
  await this.control.rotateKey('Contoso')
  const token = await orderForApi(this)
  const deadline = performance.now() + rotationSeconds * 1000
  while ((await callWith(this, token)).status >= 400 && performance.now() < deadline) {
    await delay(1000)
  }
})

Then('it lets the call in', function (this: W) {
  const { status } = answerOf(this)
  if (status >= 200 && status < 300) return
  throw new Difference('the answer of the API', 'HTTP 2xx', `HTTP ${status}`)
})

/** What standards leave open between 401 and 403 is no difference. */
Then('it refuses the call', async function (this: W) {
  const { status } = answerOf(this)
  if (![400, 401, 403, 413, 431].includes(status)) {
    throw new Difference('the answer of the API', 'HTTP 401 or 403', `HTTP ${status}`)
  }
  await stillLetsIn(this)
})

Then('it asks for a bearer token', function (this: W) {
  const { status, headers } = answerOf(this)
  const challenge = headers.get('www-authenticate') ?? ''
  // RFC 6750 demands the header. Its error invalid_request comes with 400.
  if ((status === 401 || status === 400) && /(^|,\s*)bearer\b/i.test(challenge)) return
  throw new Difference(
    'the answer of the API',
    'HTTP 401 or 400 with WWW-Authenticate: Bearer',
    `HTTP ${status} ${challenge === '' ? 'without WWW-Authenticate' : `with WWW-Authenticate: ${challenge}`}`,
  )
})

Then('it answers without an error of its own', async function (this: W) {
  const { status } = answerOf(this)
  if (status >= 500)
    throw new Difference('the answer of the API', 'below HTTP 500', `HTTP ${status}`)
  await stillLetsIn(this)
})

Then('neither its answer nor what it writes shows the token', async function (this: W) {
  const { token = '' } = heldBy(this)
  const [, payload = '', signature = ''] = token.split('.')
  const { text, headers } = answerOf(this)
  // What it wrote about one call may arrive after the answer, and has arrived when it has answered others.
  for (let calls = 0; calls < 3; calls++) await stillLetsIn(this)
  const told = `${text}\n${[...headers].join('\n')}`
  const places = { 'its answer': told, 'what it writes': apiOf(this).written() }
  for (const [place, shown] of Object.entries(places)) {
    const isShown = [payload, signature].some((part) => part !== '' && shown.includes(part))
    if (isShown) throw new Difference(place, 'no part of the token', 'the token')
  }
})
