import type { ClientFetch } from '../../../client/index.ts'
import type { Acquisition, Outcome } from '../../../engine/clients/client-under-test.ts'
import type { Seams } from '../../../engine/clients/reference.ts'
import { forPeopleByHand } from '../delegated-client/index.ts'
import {
  type Call,
  claimsIn,
  type Held,
  type Letter,
  personOf,
  refusal,
  right,
} from '../delegated-client/parts.ts'
import { perClient } from '../on-the-wire.ts'
import { asAgent, proveBySecret, sendsAgain } from '../people-exchanging.ts'
import { parsed, type Reply } from '../unseen-client-parts.ts'
import { failed } from '../unseen-failure.ts'

type Wrong = Partial<Seams>

const people = forPeopleByHand

/** The name of a person's token, wrong for exchanges alone. */
const oboKey = (facts: (call: Call) => readonly unknown[]): Wrong =>
  people({
    nameOfToken: (call) =>
      call.flow === 'obo' ? JSON.stringify(['obo', ...facts(call)]) : right.nameOfToken(call),
  })

const userKey = (facts: (call: Call) => readonly unknown[]): Wrong =>
  people({
    nameOfToken: (call) =>
      call.flow === 'agentUser' ? JSON.stringify(['user', ...facts(call)]) : right.nameOfToken(call),
  })

const writes = (leg: Letter['leg'], change: (letter: Letter) => void): Wrong =>
  people({
    letter: (letter) => {
      if (letter.leg === leg) change(letter)
    },
  })

const claimsOf = ({ assertion }: Call) => claimsIn(assertion)

const lasting = (leg: Letter['leg'], endsMs: (held: Held, body: Record<string, unknown>, nowMs: number, call: Call) => number): Wrong =>
  people({
    read: (reply, nowMs, letter) => {
      const held = right.read(reply, nowMs, letter)
      if (letter.leg !== leg) return held
      return { ...held, endsMs: endsMs(held, parsed(reply.text), nowMs, letter.call) }
    },
  })

const consentMissing = (error: { suberror?: string | undefined }) =>
  error.suberror === 'consent_required'

/** Refusals that a client remembers under a name of its own. */
const remembers = (name: (call: Call) => string): Wrong => {
  const memory = perClient(() => new Map<string, ReturnType<typeof refusal>>())
  return people({
    before: async (call) => {
      const known = call.flow === 'obo' ? memory(call.setup).get(name(call)) : undefined
      if (known) throw failed(known)
    },
    tell: (error, call) => {
      if (call.flow === 'obo' && consentMissing(error)) memory(call.setup).set(name(call), error)
      return { error }
    },
  })
}

const retries = (leg: Letter['leg'], mark: RegExp): Wrong =>
  people({
    attemptsAfter: (reply, letter) =>
      letter.leg === leg && mark.test(reply?.text ?? '') ? 3 : right.attemptsAfter(reply, letter),
  })

const at = (tenant: string, leg: Letter['leg']): Wrong =>
  writes(leg, ({ url, call }) => {
    url.pathname = url.pathname.replace(call.tenantId, tenant)
  })

const tells = (change: (error: ReturnType<typeof refusal>, call: Call) => Outcome): Wrong =>
  people({ tell: (error, call) => change(error, call) })

const init = (form: URLSearchParams) => ({
  method: 'POST' as const,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: form.toString(),
  redirect: 'manual' as const,
  signal: new AbortController().signal,
})

async function tokenBy(send: ClientFetch, url: string, form: Record<string, string>) {
  const answer = await send(url, init(new URLSearchParams(form)))
  return String(parsed(await answer.text()).access_token ?? '')
}

const exchangeScope = 'api://AzureADTokenExchange/.default'

async function fetchT2(call: Call, send: ClientFetch): Promise<string> {
  const { setup, agent, tenantId } = call
  if (setup.credential.type !== 'secret') return ''
  const url = `${setup.authorityHost}/${tenantId}/oauth2/v2.0/token`
  const common = { scope: exchangeScope, grant_type: 'client_credentials' }
  const t1 = await tokenBy(send, url, {
    ...common,
    client_id: setup.blueprintClientId,
    client_secret: setup.credential.value,
    fmi_path: agent,
  })
  return tokenBy(send, url, {
    ...common,
    client_id: agent,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: t1,
  })
}

const t2s = perClient(() => new Map<string, string>())
const field = perClient<{ assertion?: string; user?: Call['user'] }>(() => ({}))
const firstAssertion = perClient<{ value?: string }>(() => ({}))
const firstOf = perClient(() => new Map<string, string>())
const generation = perClient(() => ({ person: '', count: 0 }))
const sticky = perClient<{ claims?: string }>(() => ({}))
const firstRefresh = perClient(() => new Map<string, string>())
const firstT1 = perClient(() => new Map<string, string>())

const hearing = (change: (call: Call, wanted: Acquisition) => Call): Wrong =>
  people({ hear: (wanted, setup) => change(right.hear(wanted, setup), wanted) })

const logs = (legs: readonly string[], text: (letter: Letter, reply: Reply) => string): Wrong =>
  people({
    watch: (letter, reply, say) => {
      if (legs.includes(letter.leg)) say(text(letter, reply))
    },
  })

const keptFor = (kept: ReadonlyMap<string, Held>, call: Call): Outcome | undefined => {
  const held = kept.get(right.nameOfToken(call) ?? '')
  return held && { token: held.token, expiresOn: Math.floor(held.endsMs / 1000) }
}

/** One memory for tokens of agent users and of agents themselves. */
const sharedCache = (): Wrong => {
  const memory = perClient(() => new Map<string, Outcome>())
  return {
    acquire: (acquire, setup) => async (wanted) => {
      if (wanted.flow === 'obo' || wanted.forceRefresh) return acquire(wanted)
      const name = JSON.stringify([wanted.agentIdentity, wanted.tenantId, wanted.scope])
      const known = memory(setup).get(name)
      const end = (known?.error === undefined && known?.expiresOn) || 0
      if (known && end - 300 > setup.nowMs() / 1000) return known
      const got = await acquire(wanted)
      if (got.error === undefined) memory(setup).set(name, got)
      return got
    },
  }
}

export const faultsForPeople: Readonly<Record<string, Wrong>> = {
  'obo-key-prefix': oboKey((c) => [c.tenantId, c.agent, c.scope, c.assertion.slice(0, 64)]),
  'obo-key-name': oboKey((c) => [c.tenantId, c.agent, c.scope, claimsOf(c).name]),
  'obo-key-mailbox': oboKey((c) => [c.tenantId, c.agent, c.scope, String(claimsOf(c).preferred_username).split('@')[0]]),
  'obo-key-issuer': oboKey((c) => [c.tenantId, c.agent, c.scope, claimsOf(c).iss, claimsOf(c).azp]),
  'obo-key-first-scope': oboKey((c) => [c.tenantId, c.agent, c.scope.split(' ')[0], c.assertion]),
  'obo-key-resource': oboKey((c) => [c.tenantId, c.agent, c.scope.replace(/\/[^/]*$/, ''), c.assertion]),
  'obo-key-no-agent': oboKey((c) => [c.tenantId, c.scope, c.assertion]),
  'obo-key-no-claims': hearing((call, { forceRefresh }) => ({ ...call, isForced: forceRefresh === true })),
  'obo-claims-not-stored': people({
    nameOfToken: (call) => (call.claims === undefined ? right.nameOfToken(call) : undefined),
  }),
  'obo-fixed-ttl': lasting('obo', (_, __, nowMs) => nowMs + 3_600_000),
  'obo-ext-expires': lasting('obo', (_, body, nowMs) => nowMs + Number(body.ext_expires_in) * 1000),
  'obo-until-assertion': lasting('obo', (_, __, ___, call) => Number(claimsOf(call).exp) * 1000),
  'obo-stale-on-refusal': people({
    tell: (error, call, kept) => (call.flow === 'obo' && keptFor(kept, call)) || { error },
  }),
  'obo-remembers-refusal': remembers((c) => JSON.stringify([c.agent, c.scope, c.assertion])),
  'obo-refusal-for-all': remembers((c) => JSON.stringify([c.agent, c.scope])),
  'obo-flight-by-scope': people({ nameOfFlight: (c) => JSON.stringify([c.flow, c.agent, c.scope, c.isForced]) }),
  'obo-field-race': people({
    hear: (wanted, setup) => {
      const call = right.hear(wanted, setup)
      if (call.flow === 'obo') field(setup).assertion = call.assertion
      return call
    },
    letter: ({ leg, form, call }) => {
      if (leg === 'obo') form.set('assertion', field(call.setup).assertion ?? '')
    },
  }),
  'obo-sticky-assertion': writes('obo', ({ form, call }) => {
    const first = firstAssertion(call.setup)
    first.value ??= call.assertion
    form.set('assertion', first.value)
  }),
  'obo-evicts-on-other': people({
    nameOfToken: (call) => {
      const last = generation(call.setup)
      if (last.person !== personOf(call)) last.count += 1
      last.person = personOf(call)
      return `${right.nameOfToken(call)} ${last.count}`
    },
    refreshes: () => false,
  }),
  'obo-cache-by-session': oboKey((c) => [c.tenantId, c.agent, c.scope, claimsOf(c).sid]),
  'obo-bearer-prefix': writes('obo', ({ form, call }) => form.set('assertion', `Bearer ${call.assertion}`)),
  'obo-swapped': writes('obo', ({ form, call, t1 = '' }) => {
    form.set('assertion', t1)
    form.set('client_assertion', call.assertion)
  }),
  'obo-t2': people({
    before: async (call, send) => {
      if (call.flow === 'obo') t2s(call.setup).set(call.agent, await fetchT2(call, send))
    },
    letter: ({ leg, form, call }) => {
      const t2 = t2s(call.setup).get(call.agent)
      if (leg === 'obo' && t2) form.set('client_assertion', t2)
    },
  }),
  'obo-no-token-use': writes('obo', ({ form }) => form.delete('requested_token_use')),
  'obo-token-use-dashes': writes('obo', ({ form }) => form.set('requested_token_use', 'on-behalf-of')),
  'obo-tries-8693': people({
    follow: sendsAgain('obo', ({ form, call }) => {
      form.delete('assertion')
      form.set('grant_type', 'urn:ietf:params:oauth:grant-type:token-exchange')
      form.set('subject_token', call.assertion)
      form.set('subject_token_type', 'urn:ietf:params:oauth:token-type:access_token')
    }),
  }),
  'obo-blueprint': writes('obo', (letter) => {
    letter.form.set('client_id', letter.call.setup.blueprintClientId)
    proveBySecret(letter)
  }),
  'obo-two-credentials': writes('obo', ({ form, call: { setup } }) => {
    if (setup.credential.type === 'secret') form.set('client_secret', setup.credential.value)
  }),
  'obo-scope-commas': writes('obo', ({ form }) => form.set('scope', String(form.get('scope')).replaceAll(' ', ','))),
  'obo-scope-one': writes('obo', ({ form, call }) => form.set('scope', call.scope.split(' ')[0] ?? '')),
  'obo-scope-default': writes('obo', ({ form, call }) =>
    form.set('scope', `${(call.scope.split(' ')[0] ?? '').replace(/\/[^/]*$/, '')}/.default offline_access`),
  ),
  'obo-assertion-in-url': writes('obo', ({ url, call }) => url.searchParams.set('assertion', call.assertion)),
  'obo-assertion-header': writes('obo', ({ headers, call }) => {
    headers.authorization = `Bearer ${call.assertion}`
  }),
  'obo-blank': people({
    hear: (wanted, setup) => {
      if (wanted.flow !== 'obo' || (wanted.userAssertion ?? '').trim() !== '') return right.hear(wanted, setup)
      return { ...right.hear({ ...wanted, userAssertion: 'blank' }, setup), assertion: '' }
    },
  }),
  'obo-reencodes': writes('obo', ({ form, call }) => {
    const [header, , signature] = call.assertion.split('.')
    const claims = Object.fromEntries(Object.entries(claimsOf(call)).sort().reverse())
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
    form.set('assertion', `${header}.${body}.${signature}`)
  }),
  'obo-t1-once': people({ isFresh: (held, now, leg) => leg === 't1' || right.isFresh(held, now, leg) }),
  'obo-t1-first-agent': people({ nameOfT1: () => 't1' }),
  'obo-organizations': at('organizations', 'obo'),
  'obo-claims-dropped': writes('obo', ({ form }) => form.delete('claims')),
  'obo-claims-encoded': writes('obo', ({ form, call: { claims } }) => {
    if (claims !== undefined) form.set('claims', Buffer.from(claims).toString('base64'))
  }),
  'obo-claims-at-t1': people({
    letter: ({ leg, form, call: { claims } }) => {
      if (claims === undefined) return
      if (leg === 'obo') form.delete('claims')
      if (leg === 't1') form.set('claims', claims)
    },
  }),
  'obo-claims-sticky': writes('obo', ({ form, call }) => {
    const known = sticky(call.setup)
    if (call.claims !== undefined) known.claims = call.claims
    if (known.claims !== undefined) form.set('claims', known.claims)
  }),
  'obo-replaces-person': writes('obo', ({ form, call }) => {
    const known = firstOf(call.setup)
    const oid = String(claimsOf(call).oid)
    if (!known.has(oid)) known.set(oid, call.assertion)
    form.set('assertion', known.get(oid) ?? '')
  }),
  'obo-retries-consent': retries('obo', /consent_required/),
  'obo-retries-interaction': retries('obo', /interaction_required/),
  'obo-retries-expired': retries('obo', /500133/),
  'obo-hides-claims': tells((error) => ({ error: { ...error, claims: undefined } })),
  'obo-claims-percent': tells((error) => ({
    error: { ...error, claims: error.claims && encodeURIComponent(error.claims) },
  })),
  'obo-hides-suberror': tells((error) => ({ error: { ...error, suberror: undefined } })),
  'obo-as-outage': tells((error) => ({
    error: consentMissing(error) ? { ...error, code: 'temporarily_unavailable', status: 503, suberror: undefined } : error,
  })),
  'obo-null-token': tells((error) => (consentMissing(error) ? { token: '' } : { error })),
  'obo-app-only': people({ follow: sendsAgain('obo', asAgent) }),
  'obo-passes-through': tells((error, call) => (call.flow === 'obo' ? { token: call.assertion } : { error })),
  'obo-error-assertion': tells((error, call) => ({
    error: { ...error, message: `${error.message} for ${call.assertion}` },
  })),
  'obo-log-body': logs(['obo'], ({ form }) => form.toString()),
  'obo-log-answer': logs(['obo'], (_, { text }) => text),
  'obo-other-person': people({ checks: () => true }),
  'obo-accepts-app-only': people({
    checks: (token, call) => claimsIn(token).idtyp === 'app' || right.checks(token, call),
  }),

  'au-both': writes('agentUser', ({ form }) => {
    if (form.has('user_id')) form.set('username', 'assistant@contoso.example')
    else form.set('user_id', '00000000-0000-4000-8000-000000000001')
  }),
  'au-upn-as-id': writes('agentUser', ({ form, call: { user } }) => {
    if (!user || !('upn' in user)) return
    form.delete('username')
    form.set('user_id', user.upn)
  }),
  'au-id-as-name': writes('agentUser', ({ form, call: { user } }) => {
    if (!user || !('oid' in user)) return
    form.delete('user_id')
    form.set('username', user.oid)
  }),
  'au-key-no-user': userKey((c) => [c.tenantId, c.agent, c.scope]),
  'au-key-no-scope': userKey((c) => [c.tenantId, c.agent, personOf(c)]),
  'au-never-cached': people({
    nameOfToken: (call) => (call.flow === 'agentUser' ? undefined : right.nameOfToken(call)),
    refreshes: (call) => call.flow !== 'agentUser',
  }),
  'au-key-of-app': sharedCache(),
  'au-t1-twice': writes('agentUser', ({ form, t1 = '' }) => form.set('user_federated_identity_credential', t1)),
  'au-swapped': writes('agentUser', ({ form, t1 = '', t2 = '' }) => {
    form.set('user_federated_identity_credential', t1)
    form.set('client_assertion', t2)
  }),
  'au-t2-first-agent': people({ nameOfT2: () => 't2' }),
  'au-t2-forever': people({ isFresh: (held, now, leg) => leg === 't2' || right.isFresh(held, now, leg) }),
  'au-no-t1': writes('agentUser', ({ form }) => {
    form.delete('client_assertion')
    form.delete('client_assertion_type')
  }),
  'au-secret-fallback': writes('agentUser', proveBySecret),
  'au-old-grant': writes('agentUser', ({ form, t2 = '' }) => {
    form.delete('user_federated_identity_credential')
    form.set('grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer')
    form.set('assertion', t2)
    form.set('requested_token_use', 'on_behalf_of')
  }),
  'au-password': writes('agentUser', ({ form, t2 = '' }) => {
    form.delete('user_federated_identity_credential')
    form.set('grant_type', 'password')
    form.set('password', t2)
  }),
  'au-app-only': people({ follow: sendsAgain('agentUser', asAgent) }),
  'au-hands-out-t2': people({
    tell: (error, call, kept) => {
      const t2 = kept.get(right.nameOfT2(call))?.token ?? lastT2(call.setup).token
      return call.flow === 'agentUser' && t2 ? { token: t2 } : { error }
    },
    letter: ({ t2, call }) => {
      if (t2) lastT2(call.setup).token = t2
    },
  }),
  'au-retries-consent': retries('agentUser', /consent_required/),
  'au-t2-resource': writes('t2', ({ form, call }) => form.set('scope', call.scope)),
  'au-name-encoded': writes('agentUser', ({ form }) => {
    const name = form.get('username')
    if (name !== null) form.set('username', encodeURIComponent(name))
  }),
  'au-race': people({
    hear: (wanted, setup) => {
      const call = right.hear(wanted, setup)
      if (call.flow === 'agentUser') field(setup).user = call.user
      return call
    },
    letter: ({ leg, form, call }) => {
      const { user } = field(call.setup)
      if (leg !== 'agentUser' || !user) return
      form.delete('user_id')
      form.delete('username')
      if ('oid' in user) form.set('user_id', user.oid)
      else form.set('username', user.upn)
    },
  }),
  'au-log-t2': logs(['t2'], (_, { text }) => text),

  'rt-first-forever': writes('refresh', ({ form, call }) => {
    const first = firstRefresh(call.setup)
    const name = right.nameOfRefreshToken(call)
    if (!first.has(name)) first.set(name, String(form.get('refresh_token')))
    form.set('refresh_token', first.get(name) ?? '')
  }),
  'rt-by-agent': people({ nameOfRefreshToken: (c) => JSON.stringify([c.flow, c.tenantId, c.agent, c.scope]) }),
  'rt-of-other-agent': people({
    nameOfRefreshToken: (c) => JSON.stringify([c.flow, c.tenantId, c.scope, personOf(c)]),
  }),
  'rt-old-t1': people({
    letter: ({ leg, form, call, t1 = '' }) => {
      const first = firstT1(call.setup)
      if (!first.has(call.agent) && t1) first.set(call.agent, t1)
      if (leg === 'refresh') form.set('client_assertion', first.get(call.agent) ?? '')
    },
  }),
  'rt-secret': writes('refresh', proveBySecret),
  'rt-blueprint': writes('refresh', (letter) => {
    letter.form.set('client_id', letter.call.setup.blueprintClientId)
    proveBySecret(letter)
  }),
  'rt-insists': people({ startsAnew: () => false }),
  'rt-in-log': people({
    watch: (_, { text }, say) => {
      const { refresh_token: token } = parsed(text)
      if (token !== undefined) say(`got refresh token ${String(token)}`)
    },
  }),
  'rt-in-error': people({
    tell: (error, call, kept) => {
      const token = [...kept.values()].find(({ refreshToken }) => refreshToken)?.refreshToken
      return { error: { ...error, message: `${error.message} with ${token} for ${call.agent}` } }
    },
  }),
  'rt-organizations': at('organizations', 'refresh'),
  'rt-stale-on-outage': people({
    tell: (error, call, kept) =>
      ((error.status ?? 500) >= 500 && keptFor(kept, call)) || { error },
  }),
  'rt-ignores-step-up': people({
    nameOfRefreshToken: (c) =>
      JSON.stringify([c.flow, c.tenantId, c.agent, c.scope, c.flow === 'obo' ? claimsOf(c).oid : personOf(c)]),
  }),
}

function lastT2(setup: Call['setup']): { token?: string } {
  return lastT2s(setup)
}
const lastT2s = perClient<{ token?: string }>(() => ({}))
