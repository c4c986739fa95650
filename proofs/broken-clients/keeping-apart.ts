import type { Acquisition, ClientSetup, Outcome } from '../../engine/clients/client-under-test.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { formWithout, keeps } from './keeping.ts'
import { claimsIn, perClient, sendsFor } from './on-the-wire.ts'
import { withoutChecks } from './without-checks.ts'

type NameOf = (wanted: Acquisition, setup: ClientSetup) => string

/** Hands out a token again while it is valid, by a name of its own. Shared: whatever it is configured for. */
function handsOutAgain(nameOf: NameOf, isShared = false): Pick<Seams, 'acquire'> {
  const shared = new Map<string, Outcome>()
  return {
    acquire: (acquire, setup) => {
      const kept = isShared ? shared : new Map<string, Outcome>()
      return async (wanted) => {
        const name = nameOf(wanted, setup)
        const known = kept.get(name)
        const endMs = (Number(claimsIn(known?.token).exp) - 300) * 1000
        if (known && endMs > setup.nowMs() && !wanted.forceRefresh) return known
        const outcome = await acquire(wanted)
        if (outcome.token !== undefined) kept.set(name, outcome)
        return outcome
      }
    },
  }
}

const whole = ({ tenantId, agentIdentity, scope }: Acquisition) =>
  `${tenantId} ${agentIdentity} ${scope}`

const wrongToken = also('a token of another call is handed out', 'RECIPIENT-OWN-TOKEN')
const similar = also(
  'the two agent identities of the cast have ids that are alike',
  ...['CACHE-PER-AGENT', 'RECIPIENT-OWN-TOKEN', 'RETRY-RECOVERS', 'RENEW-FILE', 'RENEW-FORCED'],
)

/** Remembers the tenant that was named last. */
const staysThere: Pick<Seams, 'acquire'> = {
  acquire: (acquire) => {
    let last: string | undefined
    return (wanted) => {
      last = wanted.tenantId ?? last
      return acquire({ ...wanted, tenantId: last })
    }
  },
}

const firstAssertion = perClient(() => new Map<string, string>())

/** Secrets that were the first of a blueprint in a program. */
function firstSecrets() {
  const first = new Map<string, string>()
  return ({ blueprintClientId, credential, tenantId }: ClientSetup): string | undefined => {
    if (credential.type !== 'secret') return undefined
    const name = `${tenantId} ${blueprintClientId}`
    const known = first.get(name) ?? credential.value
    first.set(name, known)
    return known
  }
}

const secretOfOld = firstSecrets()
const secretBefore = new Map<string, string>()

/** Sends the secret that it had before the one it has. */
function laggingSecret({ tenantId, credential }: ClientSetup): string | undefined {
  if (credential.type !== 'secret') return undefined
  const key = `${tenantId} now`
  const now = secretBefore.get(key)
  if (now !== credential.value) {
    secretBefore.set(`${tenantId} before`, now ?? credential.value)
    secretBefore.set(key, credential.value)
  }
  return secretBefore.get(`${tenantId} before`)
}

const firstBlueprints = new Map<string, { readonly id: string; readonly secret: string }>()

function firstBlueprint({ tenantId, blueprintClientId: id, credential }: ClientSetup) {
  if (credential.type !== 'secret') return undefined
  const known = firstBlueprints.get(tenantId) ?? { id, secret: credential.value }
  firstBlueprints.set(tenantId, known)
  return known
}

/** What belongs to different tenants, blueprints, agent identities or secrets, taken for the same. */
export const confusing: readonly BrokenClient[] = [
  {
    name: 'keeps tokens without the tenant',
    breaks: 'CACHE-PER-TENANT',
    alsoBreaks: wrongToken,
    seams: handsOutAgain(({ agentIdentity, scope }) => `${agentIdentity} ${scope}`),
  },
  {
    name: 'keeps T1 without the tenant',
    breaks: 'AUTHORITY-TENANT',
    seenBy: 'CACHE-PER-TENANT',
    alsoBreaks: [
      ...also('T1 is kept below the cache', 'RENEW-REFUSED-T1'),
      ...also('it meets the same fault in a second tenant', 'CACHE-PER-TENANT'),
    ],
    toleratedBy: ['T1-ISSUER', 'T1-KEY', 'T1-SIGNATURE'],
    seams: withoutChecks(
      keeps({
        nameOf: (exchange) =>
          exchange.leg === 't1' ? formWithout(exchange, 'client_assertion') : undefined,
      }).network,
      (token) => String(claimsIn(token).sub).startsWith('/eid1/'),
    ),
  },
  {
    name: 'stays in the tenant that was named last',
    breaks: 'AUTHORITY-NEXT-CALL',
    alsoBreaks: [
      ...also('the next call asks a tenant that it does not name', 'SIGN-AUDIENCE'),
      ...also('simultaneous callers meet the same fault', 'CONCURRENT-TOKENS'),
      ...also('it meets the same fault in a second tenant', 'CACHE-PER-TENANT'),
    ],
    seams: staysThere,
  },
  {
    name: 'stays in the tenant in which a call failed',
    breaks: 'AUTHORITY-NEXT-CALL',
    seams: {
      acquire: (acquire) => {
        let failed: string | undefined
        return async (wanted) => {
          const outcome = await acquire({ ...wanted, tenantId: wanted.tenantId ?? failed })
          failed = outcome.error ? wanted.tenantId : undefined
          return outcome
        }
      },
    },
  },
  {
    name: 'signs one assertion for all tenants',
    breaks: 'SIGN-AUDIENCE',
    toleratedBy: ['CERT-AUDIENCE'],
    seams: {
      credential: (credential, setup) =>
        setup.credential.type === 'certificate'
          ? {
              ...credential,
              authenticate: async (context) => {
                const form = await credential.authenticate(context)
                const kept = firstAssertion(setup)
                const assertion = kept.get('first') ?? String(form.client_assertion)
                kept.set('first', assertion)
                return { ...form, client_assertion: assertion }
              },
            }
          : credential,
    },
  },
  {
    name: 'keeps tokens of every blueprint in one place',
    breaks: 'CACHE-PER-BLUEPRINT',
    alsoBreaks: [...also('fewer or more requests are sent than needed', 'CACHE-RESET')],
    seams: handsOutAgain((wanted, { tenantId }) => `${tenantId} ${whole(wanted)}`, true),
  },
  {
    name: 'authenticates as the first blueprint for ever',
    breaks: 'CACHE-PER-BLUEPRINT',
    seams: sendsFor('t1', ({ form, setup }) => {
      const first = firstBlueprint(setup)
      if (!first) return
      form.set('client_id', first.id)
      form.set('client_secret', first.secret)
    }),
    alsoBreaks: also('the first blueprint keeps its first secret', 'RENEW-SECRET'),
  },
  {
    name: 'keeps tokens by the last 20 characters of the agent identity',
    breaks: 'CACHE-SIMILAR-IDS',
    alsoBreaks: wrongToken,
    seams: handsOutAgain(
      ({ agentIdentity, scope, tenantId }) => `${tenantId} ${agentIdentity?.slice(-20)} ${scope}`,
    ),
  },
  {
    name: 'keeps tokens by the first group of the agent identity',
    breaks: 'CACHE-SIMILAR-IDS',
    alsoBreaks: [
      ...similar,
      ...also('the fault shows when the file is replaced', 'RENEW-FILE-EACH'),
    ],
    seams: handsOutAgain(
      ({ agentIdentity, scope, tenantId }) =>
        `${tenantId} ${agentIdentity?.split('-')[0]} ${scope}`,
    ),
  },
  {
    name: 'keeps tokens by the agent identity without its middle',
    breaks: 'CACHE-SIMILAR-IDS',
    alsoBreaks: wrongToken,
    seams: handsOutAgain(
      ({ agentIdentity, scope, tenantId }) =>
        `${tenantId} ${agentIdentity?.replace(/-.*-/, '')} ${scope}`,
    ),
  },
  {
    name: 'sends its first client secret for ever',
    breaks: 'RENEW-SECRET',
    seams: sendsFor('t1', ({ form, setup }) => {
      const secret = secretOfOld(setup)
      if (secret !== undefined) form.set('client_secret', secret)
    }),
  },
  {
    name: 'sends the client secret that it had before',
    breaks: 'RENEW-SECRET',
    seams: sendsFor('t1', ({ form, setup }) => {
      const secret = laggingSecret(setup)
      if (secret !== undefined) form.set('client_secret', secret)
    }),
    alsoBreaks: also(
      'the secret of the first blueprint is sent for the second',
      'CACHE-PER-BLUEPRINT',
    ),
  },
]
