import { capabilities } from '../../engine/clients/capabilities.ts'
import type {
  Acquisition,
  ClientError,
  ClientSetup,
  ClientUnderTest,
  ConfiguredClient,
  Outcome,
} from '../../engine/clients/client-under-test.ts'
import type { Habits } from './habits.ts'
import { assertionForm, type Proof, proverOf } from './prove-blueprint.ts'
import { reachingSafely } from './reach.ts'

/** A client that has nothing in common with the reference client, and makes no mistake. */
export function habitualClient(name: string, habits: Habits): ClientUnderTest {
  const { credentials, keepsUntil, attempts, errorFields } = habits
  return {
    name,
    version: '',
    language: 'node',
    capabilities: capabilities.parse({
      credentials,
      tenantPerCall: true,
      cache: { enabled: keepsUntil !== undefined, skewSeconds: Math.max(0, keepsUntil ?? 300) },
      retry: { policy: attempts > 1 ? 'client' : 'none' },
      errorFields,
    }),
    maxParallel: 1,
    hasVirtualTime: true,
    configure: async (setup) => configured(setup, habits),
    close: async () => {},
  }
}

function configured(first: ClientSetup, habits: Habits): ConfiguredClient {
  let setup = first
  let acquire = acquirer(reachingSafely(first), habits)
  const renew = async (other = setup) => {
    setup = other
    acquire = acquirer(reachingSafely(other), habits)
    return true
  }
  return {
    acquire: (wanted) => acquire(wanted),
    reconfigure: async (other) => void (await renew(other)),
    reset: () => renew(),
    said: async () => '',
    strangeHosts: () => [],
    close: async () => {},
  }
}

/** Why there is no token: what the caller learns. */
class Failure extends Error {
  readonly told: ClientError

  constructor(told: ClientError) {
    super(told.message)
    this.told = told
  }
}

type Token = { readonly token: string; readonly endsMs: number }

function acquirer(setup: ClientSetup, habits: Habits): ConfiguredClient['acquire'] {
  const { keepsUntil, isSequential, reportsExpiry, isTalkative } = habits
  const flow = flowOf(setup, habits)
  const kept = new Map<string, Token>()
  let last: Promise<unknown> = Promise.resolve()
  let hasRead = false

  const once = async (key: string, get: () => Promise<Token>): Promise<Token> => {
    const known = kept.get(key)
    const marginMs = (keepsUntil ?? 0) * 1000
    if (keepsUntil !== undefined && known && known.endsMs - marginMs > setup.nowMs()) return known
    const got = await get()
    kept.set(key, got)
    return got
  }
  const get = async ({ agentIdentity, scope, tenantId = setup.tenantId }: Acquisition) => {
    if (!agentIdentity?.trim()) throw new Failure({ kind: 'client', message: 'no agent identity' })
    if (isTalkative && !hasRead) {
      hasRead = true
      await setup.request(`/${tenantId}/v2.0/.well-known/openid-configuration`)
    }
    const agent = agentIdentity.toLowerCase()
    return once(`${tenantId} ${agent} ${scope}`, async () => {
      const nameOfT1 = `${tenantId} ${agent}`
      const t1 = await once(nameOfT1, () => flow.t1(tenantId, agent))
      return flow.redeem(tenantId, agent, scope, t1.token).catch((error) => {
        kept.delete(nameOfT1)
        throw error
      })
    })
  }
  const answer = async (wanted: Acquisition): Promise<Outcome> => {
    try {
      const { token, endsMs } = await get(wanted)
      return { token, ...(reportsExpiry && { expiresOn: Math.floor(endsMs / 1000) }) }
    } catch (error) {
      if (error instanceof Failure) return { error: error.told }
      return { error: { kind: 'server', message: 'no answer' } }
    }
  }
  return (wanted) => {
    if (!isSequential) return answer(wanted)
    const mine = last.then(() => answer(wanted))
    last = mine
    return mine
  }
}

const audiences = {
  public: 'api://AzureADTokenExchange',
  usGovernment: 'api://AzureADTokenExchangeUSGov',
  china: 'api://AzureADTokenExchangeChina',
} as const

function flowOf(setup: ClientSetup, habits: Habits) {
  const { authorityHost, cloud } = setup
  const prove = proverOf(setup, habits)
  const more = habits.isTalkative ? ' openid profile offline_access' : ''
  const pathOf = (tenantId: string) => `/${tenantId}/oauth2/v2.0/token`
  const others = {
    grant_type: 'client_credentials',
    ...(habits.isTalkative && { client_info: '1' }),
  }
  return {
    t1: async (tenantId: string, agent: string) => {
      const { form, headers } = await prove(`${authorityHost}${pathOf(tenantId)}`)
      const scope = `${audiences[cloud]}/.default${more}`
      const whole = { ...form, ...others, scope, fmi_path: agent }
      return post(setup, habits, pathOf(tenantId), { form: whole, ...(headers && { headers }) })
    },
    redeem: (tenantId: string, agent: string, scope: string, t1: string) => {
      const form = { client_id: agent, scope: `${scope}${more}`, ...others }
      return post(setup, habits, pathOf(tenantId), { form: { ...form, ...assertionForm(t1) } })
    },
  }
}

async function post(
  { request, nowMs, passTime }: ClientSetup,
  { attempts }: Habits,
  path: string,
  { form, headers = {} }: Proof,
): Promise<Token> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
      redirect: 'manual',
    })
    const text = await answer.text()
    const waitSeconds = secondsToWait(answer.headers.get('retry-after'), nowMs())
    const isBusy = answer.status === 429 || answer.status >= 500
    if (!isBusy || attempt >= attempts || waitSeconds > 60)
      return read(answer.status, text, nowMs())
    await passTime(waitSeconds)
  }
}

/** One second where the provider does not say. */
function secondsToWait(value: string | null, nowMs: number): number {
  if (value === null) return 1
  if (/^\d+$/.test(value)) return Number(value)
  return Math.max(1, Math.ceil((Date.parse(value) - nowMs) / 1000))
}

function read(status: number, text: string, nowMs: number): Token {
  const body = parsed(text)
  const { access_token: token, token_type: type, error, error_codes: numbers } = body
  const isBearer = String(type).toLowerCase() === 'bearer'
  const message = `no token, status ${status}`
  if (status === 200 && isBearer && typeof token === 'string' && token !== '') {
    return { token, endsMs: nowMs + (Number(body.expires_in) || 0) * 1000 }
  }
  throw new Failure({
    kind: 'server',
    message,
    status,
    code: typeof error === 'string' ? error : undefined,
    aadsts: Array.isArray(numbers) ? numbers.map(Number) : [],
    correlationId: typeof body.correlation_id === 'string' ? body.correlation_id : undefined,
  })
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
