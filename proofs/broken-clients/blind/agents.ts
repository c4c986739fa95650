import type { ClientFetch } from '../../../client/index.ts'
import type { ClientSetup, Outcome } from '../../../engine/clients/client-under-test.ts'
import type { Seams } from '../../../engine/clients/reference.ts'
import { perClient } from '../on-the-wire.ts'
import { writtenByHand as agents } from '../unseen-client.ts'
import { type Kept, type Letter, parsed, right } from '../unseen-client-parts.ts'

type Wrong = Partial<Seams>

const writes = (leg: Letter['leg'], change: (letter: Letter) => void): Wrong =>
  agents({
    letter: (letter) => {
      if (letter.leg === leg) change(letter)
    },
  })

const starts = new WeakMap<Map<string, Kept>, number>()
const served = new WeakSet<Kept>()

class PrefixMap extends Map<string, Kept> {
  override get(name: string): Kept | undefined {
    const start = name.slice(0, -2)
    return super.get(name) ?? [...this].find(([known]) => known.startsWith(start))?.[1]
  }
}

const failures = perClient(() => new Map<string, Outcome>())
const asked = perClient<{ agent?: string }>(() => ({}))
const firstAssertion = perClient(() => new Map<string, string>())

const success = (token: string) =>
  new Response(JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: token }))

const isBlueprintToo = (token: string, wanted: Parameters<typeof right.checks>[1]) =>
  right.checks(token, wanted) ||
  right.checks(token, { ...wanted, agent: wanted.setup.blueprintClientId })

/** Wraps what the client's requests go through, also those of managed identity. */
const throughNetwork = (wrap: (send: ClientFetch, setup: ClientSetup) => ClientFetch): Wrong => {
  const { network, acquire } = agents({})
  return { network: (send, setup) => network(wrap(send, setup), setup), acquire }
}

const keepsMachineToken = (endsMs: (body: Record<string, unknown>, nowMs: number) => number): Wrong =>
  throughNetwork((send, setup) => {
    const kept = new Map<string, { text: string; endsMs: number }>()
    return async (url, init) => {
      if (init.body !== undefined || !url.includes('resource=')) return send(url, init)
      const known = kept.get(url)
      if (known && known.endsMs > setup.nowMs()) return new Response(known.text)
      const answer = await send(url, init)
      const text = await answer.clone().text()
      if (answer.status === 200) kept.set(url, { text, endsMs: endsMs(parsed(text), setup.nowMs()) })
      return answer
    }
  })

const keepsAssertion = (type: string): Wrong =>
  writes('t1', ({ form, asked: { setup, tenantId } }) => {
    if (setup.credential.type !== type) return
    const first = firstAssertion(setup)
    if (!first.has(tenantId)) first.set(tenantId, String(form.get('client_assertion')))
    form.set('client_assertion', first.get(tenantId) ?? '')
  })

const secretOf = ({ credential }: ClientSetup) =>
  credential.type === 'secret' ? credential.value : ''

export const faultsOfAgents: Readonly<Record<string, Wrong>> = {
  'app-expiry-ms': agents({ endOf: ({ expires_in: lasts }, nowMs) => nowMs + Number(lasts) }),
  'app-expiry-at-start': agents({
    memoryFor: (setup) => {
      const memory = new Map<string, Kept>()
      starts.set(memory, setup.nowMs())
      return memory
    },
    keep: (memory, name, kept) => {
      const start = starts.get(memory) ?? 0
      memory.set(name, { ...kept, endsMs: start + (kept.endsMs - kept.gotMs) })
    },
  }),
  'app-margin-sign': agents({ isFresh: ({ endsMs }, nowMs) => endsMs + 300_000 > nowMs }),
  'app-renews-behind': agents({
    isFresh: (kept, nowMs, leg) => {
      if (right.isFresh(kept, nowMs, leg)) return true
      if (leg === 't1' || served.has(kept)) return false
      served.add(kept)
      return true
    },
  }),
  'app-key-short': agents({ nameOfT1: ({ agent, tenantId }) => JSON.stringify(['t1', tenantId, agent.slice(0, 8)]) }),
  'app-key-no-tenant': agents({ nameOfToken: ({ agent, scope }) => JSON.stringify(['token', agent, scope]) }),
  'app-scope-prefix': agents({ memoryFor: () => new PrefixMap() }),
  'app-failed-flight': (() => {
    const { network, acquire } = agents({})
    return {
      network,
      acquire: (inner, setup, say) => {
        const mine = acquire(inner, setup, say)
        return async (wanted) => {
          const name = JSON.stringify([wanted.flow, wanted.agentIdentity, wanted.tenantId, wanted.scope])
          const known = wanted.flow === 'obo' || wanted.flow === 'agentUser' ? undefined : failures(setup).get(name)
          if (known) return known
          const got = await mine(wanted)
          if (got.error !== undefined) failures(setup).set(name, got)
          return got
        }
      },
    }
  })(),
  'app-old-t1-in-retry': agents({
    isFresh: (kept, nowMs, leg) => (leg === 't1' ? kept.endsMs > nowMs : right.isFresh(kept, nowMs, leg)),
  }),
  'app-blocks-siblings': agents({ nameOfPause: ({ tenantId }, leg) => JSON.stringify([leg, tenantId]) }),
  'app-fmi-upper': writes('t1', ({ form, asked: { agent } }) => form.set('fmi_path', agent.toUpperCase())),
  'app-fmi-in-url': writes('t1', ({ form, url, asked: { agent } }) => {
    form.delete('fmi_path')
    url.searchParams.set('fmi_path', agent)
  }),
  'app-redeems-at-common': writes('redemption', ({ url, asked: { tenantId } }) => {
    url.pathname = url.pathname.replace(tenantId, 'common')
  }),
  'app-hands-out-t1': agents({
    follow: async (answer, { leg, t1 }) =>
      leg === 'redemption' && answer.status !== 200 && answer.status < 429 && t1 ? success(t1) : answer,
    checks: isBlueprintToo,
  }),
  'app-blueprint-token': agents({
    follow: async (answer, { leg, url, asked: { setup, scope } }, send) => {
      if (leg !== 'redemption' || answer.status === 200 || answer.status >= 429) return answer
      const body = new URLSearchParams({
        client_id: setup.blueprintClientId,
        client_secret: secretOf(setup),
        grant_type: 'client_credentials',
        scope,
      }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const { signal } = new AbortController()
      return send(url.href, { method: 'POST', headers, body, redirect: 'manual', signal })
    },
    checks: isBlueprintToo,
  }),
  'app-error-in-200': agents({
    read: (reply, nowMs, endOf, leg) => {
      const body = parsed(reply.text)
      if (reply.status !== 200 || body.error === undefined) return right.read(reply, nowMs, endOf, leg)
      return { token: String(body.access_token ?? ''), endsMs: nowMs + 3_600_000, gotMs: nowMs }
    },
  }),
  'app-other-audience': agents({}),
  'app-other-agent': agents({ checks: () => true }),
  'app-follows-307': agents({
    follow: async (answer, { form, headers }, send) => {
      const location = answer.headers.get('location')
      if (answer.status < 300 || answer.status > 399 || !location) return answer
      const { signal } = new AbortController()
      return send(location, { method: 'POST', headers, body: form.toString(), redirect: 'manual', signal })
    },
  }),
  'app-http': agents({
    letter: ({ url }) => {
      url.protocol = 'http:'
    },
  }),
  'app-secret-encoded': writes('t1', ({ form }) => {
    const secret = form.get('client_secret')
    if (secret !== null) form.set('client_secret', encodeURIComponent(secret))
  }),
  'app-secret-in-error': agents({
    tell: (failure, wanted) => ({
      ...failure,
      message: `${failure.message} with ${wanted && secretOf(wanted.setup)}`,
    }),
  }),
  'app-no-number': agents({ tell: (failure) => ({ ...failure, aadsts: [] }) }),
  'app-no-correlation': agents({ tell: (failure) => ({ ...failure, correlationId: undefined }) }),
  'app-retry-after-date': agents({
    waitSeconds: (reply, attempt, nowMs) =>
      Number.isNaN(Number(reply?.headers.get('retry-after') ?? 1)) ? 0 : right.waitSeconds(reply, attempt, nowMs),
  }),
  'app-retry-after-ms': agents({
    waitSeconds: (reply, attempt, nowMs) => {
      const wait = right.waitSeconds(reply, attempt, nowMs)
      return reply?.headers.has('retry-after') ? wait / 1000 : wait
    },
  }),
  'app-retries-401': agents({ attemptsAfter: (status) => (status === 401 ? 5 : right.attemptsAfter(status)) }),
  'mi-expiry-text': keepsMachineToken(() => Number.POSITIVE_INFINITY),
  'mi-expires-on': keepsMachineToken(({ expires_on: on }, nowMs) => nowMs + Number(on) * 1000),
  'mi-default-resource': agents({
    machineUrl: (url) => url.searchParams.set('resource', `${url.searchParams.get('resource')}/.default`),
  }),
  'mi-no-header': agents({
    machineHeaders: (headers) => {
      delete headers.metadata
    },
  }),
  'mi-graph': agents({ machineUrl: (url) => url.searchParams.set('resource', 'https://graph.microsoft.com') }),
  'mi-gone-410': throughNetwork((send) => async (url, init) => {
    const answer = await send(url, init)
    return [404, 410].includes(answer.status) ? new Response('gone', { status: 400 }) : answer
  }),
  'mi-no-client-id': agents({ machineUrl: (url) => url.searchParams.delete('client_id') }),
  'mi-retries-400': throughNetwork((send) => async (url, init) => {
    let answer = await send(url, init)
    for (let more = 2; more > 0 && answer.status === 400 && init.body === undefined; more -= 1) {
      answer = await send(url, init)
    }
    return answer
  }),
  'cert-day': agents({
    sign: ({ claims, nowMs }) => {
      claims.exp = Math.floor(nowMs / 1000) + 86_400
    },
  }),
  'cert-aud-issuer': agents({
    sign: ({ claims }) => {
      claims.aud = String(claims.aud).replace('/oauth2/v2.0/token', '/v2.0')
    },
  }),
  'cert-thumbprint-hex': agents({
    sign: ({ header }) => {
      header['x5t#S256'] = Buffer.from(String(header['x5t#S256']), 'base64url').toString('hex')
    },
  }),
  'cert-local-time': agents({
    sign: ({ claims }) => {
      for (const name of ['iat', 'nbf', 'exp']) claims[name] = Number(claims[name]) + 7200
    },
  }),
  'cert-kept': keepsAssertion('certificate'),
  'cert-agent': agents({
    hear: (wanted, setup) => {
      const heard = right.hear(wanted, setup)
      asked(setup).agent = heard.agent
      return heard
    },
    sign: ({ claims, setup }) => {
      claims.iss = asked(setup).agent
      claims.sub = asked(setup).agent
    },
  }),
  'cert-jti': agents({
    sign: ({ claims }) => {
      claims.jti = '11111111-1111-4111-8111-111111111111'
    },
  }),
  'cert-other-tenant': agents({
    sign: ({ claims, setup }) => {
      claims.aud = `${setup.authorityHost}/${setup.tenantId}/oauth2/v2.0/token`
    },
  }),
  'file-once': keepsAssertion('assertionFile'),
  'file-newline': agents({ fileText: (text) => `${text.trim()}\n` }),
  'file-path': writes('t1', ({ form, asked: { setup } }) => {
    if (setup.credential.type === 'assertionFile') form.set('client_assertion', setup.credential.file)
  }),
  'file-no-type': writes('t1', ({ form }) => form.delete('client_assertion_type')),
}
