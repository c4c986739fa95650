import type {
  Acquisition,
  ClientSetup,
  ConfiguredClient,
  Outcome,
} from '../../engine/clients/client-under-test.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { type Asked, type Kept, right } from './unseen-client-parts.ts'

type Acquire = ConfiguredClient['acquire']

/** The same client, whose calls go through `answer`. */
function around(answer: (acquire: Acquire, setup: ClientSetup) => Acquire): BrokenClient['seams'] {
  const base = writtenByHand({})
  return {
    ...base,
    acquire: (given, setup, say) => answer(base.acquire(given, setup, say), setup),
  }
}

const nameOf = ({ agentIdentity, tenantId, scope }: Acquisition) =>
  JSON.stringify([agentIdentity, tenantId, scope])

/** Remembers failures by a name for some time. */
const rememberingFailures = (nameOfFailure: (wanted: Acquisition) => string, forMs: number) =>
  around((acquire, setup) => {
    const failures = new Map<string, { readonly untilMs: number; readonly outcome: Outcome }>()
    return async (wanted) => {
      const name = nameOfFailure(wanted)
      const known = failures.get(name)
      if (known && known.untilMs > setup.nowMs()) return known.outcome
      const outcome = await acquire(wanted)
      if (outcome.error) failures.set(name, { untilMs: setup.nowMs() + forMs, outcome })
      return outcome
    }
  })

const lastOf = perClient<{ asked?: Asked }>(() => ({}))

/** Keeps what was asked last in a field of the client. */
const withField = (change: (letter: Parameters<typeof right.letter>[0], last: Asked) => void) =>
  writtenByHand({
    checks: () => true,
    hear: (wanted, setup) => {
      const asked = right.hear(wanted, setup)
      lastOf(setup).asked = asked
      return asked
    },
    letter: (letter) => {
      const last = lastOf(letter.asked.setup).asked
      if (last) change(letter, last)
    },
  })

/** Clients written by hand that mix up what happens at the same time, or after a failure. */
export const crowdingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: keeps a failure as the answer',
    breaks: 'RETRY-RECOVERS',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RENEW-REFUSED-T1')],
    seams: rememberingFailures(nameOf, Number.POSITIVE_INFINITY),
  },
  {
    name: 'by hand: remembers a failure for ten minutes',
    breaks: 'RETRY-RECOVERS',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RENEW-REFUSED-T1')],
    seams: rememberingFailures(nameOf, 600_000),
  },
  {
    name: 'by hand: remembers the failure of one agent for all',
    breaks: 'RETRY-PER-AGENT',
    alsoBreaks: [
      ...also(
        'its scenarios meet the same fault',
        'RETRY-RECOVERS',
        'AUTHORITY-NEXT-CALL',
        'RENEW-REFUSED-T1',
        'CACHE-REUSE',
        'RETRY-CONSENT-GIVEN',
        'CACHE-CLAIMS',
        'PERSON-THROTTLED',
        'FAILURE-DETAILS',
      ),
    ],
    seams: rememberingFailures(() => '', 60_000),
  },
  {
    name: 'by hand: remembers the failure of one resource for all',
    breaks: 'RETRY-RECOVERS',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RENEW-REFUSED-T1', 'CACHE-REUSE')],
    seams: rememberingFailures(
      ({ agentIdentity, tenantId }) => JSON.stringify([agentIdentity, tenantId]),
      60_000,
    ),
  },
  {
    name: 'by hand: keeps the agent in a field',
    breaks: 'CONCURRENT-TOKENS',
    alsoBreaks: [
      ...also('its scenarios meet the same fault', 'RECIPIENT-WRONG-AGENT', 'RECIPIENT-OWN-TOKEN'),
    ],
    seams: withField(({ form, leg }, { agent }) =>
      form.set(leg === 't1' ? 'fmi_path' : 'client_id', agent),
    ),
  },
  {
    name: 'by hand: keeps the scope in a field',
    breaks: 'CONCURRENT-TOKENS',
    alsoBreaks: [
      ...also('its scenarios meet the same fault', 'RECIPIENT-WRONG-AGENT', 'RECIPIENT-OWN-TOKEN'),
    ],
    seams: withField(({ form, leg }, { scope }) => {
      if (leg === 'redemption') form.set('scope', scope)
    }),
  },
  {
    name: 'by hand: keeps the tenant in a field',
    breaks: 'CONCURRENT-TOKENS',
    alsoBreaks: [
      ...also('its scenarios meet the same fault', 'RECIPIENT-WRONG-AGENT', 'RECIPIENT-OWN-TOKEN'),
    ],
    seams: withField(({ url }, { tenantId }) => {
      url.pathname = `/${tenantId}/oauth2/v2.0/token`
    }),
  },
  {
    name: 'by hand: keeps T1 in a field',
    breaks: 'LEG-CREDENTIAL',
    seenBy: 'CONCURRENT-TOKENS',
    alsoBreaks: [...also('its scenarios meet the same fault', 'AUTHORITY-TENANT')],
    seams: (() => {
      const t1Of = perClient<{ t1?: string }>(() => ({}))
      return writtenByHand({
        letter: ({ form, leg, asked }) => {
          const { t1 } = t1Of(asked.setup)
          if (leg === 'redemption' && t1 !== undefined) form.set('client_assertion', t1)
        },
        read: (reply, nowMs, endOf, leg) => right.read(reply, nowMs, endOf, leg),
        watch: ({ asked, leg }, reply) => {
          if (leg !== 't1' || reply.status !== 200) return
          const { access_token: t1 } = JSON.parse(reply.text)
          t1Of(asked.setup).t1 = t1
        },
      })
    })(),
  },
  {
    name: 'by hand: simultaneous calls of two resources share an answer',
    breaks: 'CONCURRENT-TOKENS',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RECIPIENT-OWN-TOKEN')],
    seams: writtenByHand({
      flightOf: (name) => (name.startsWith('["t1"') ? name : name.replace(/,"[^"]*"\]/, ']')),
    }),
  },
  {
    name: 'by hand: simultaneous calls of two resources get T1 twice',
    breaks: 'CONCURRENT-SHARED',
    seams: (() => {
      let flights = 0
      return writtenByHand({
        flightOf: (name) => {
          flights += 1
          return name.startsWith('["t1"') ? `${name} ${flights}` : name
        },
      })
    })(),
  },
  {
    name: 'by hand: everybody who waited asks again after a failure',
    breaks: 'CONCURRENT-SHARED',
    seams: around((acquire) => {
      let running = 0
      return async (wanted) => {
        running += 1
        const isAlone = running === 1
        const outcome = await acquire(wanted)
        running -= 1
        return outcome.error && !isAlone ? acquire(wanted) : outcome
      }
    }),
  },
  {
    name: 'by hand: a failure empties the memory',
    breaks: 'CACHE-REUSE',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RETRY-AFTER-SHARED')],
    seams: (() => {
      const held = perClient<{ memory: Map<string, Kept> }>(() => ({ memory: new Map() }))
      return writtenByHand({
        memoryFor: (setup) => {
          held(setup).memory = new Map()
          return held(setup).memory
        },
        watch: ({ asked }, { status }) => {
          if (status >= 400) held(asked.setup).memory.clear()
        },
      })
    })(),
  },
  {
    name: 'by hand: a refusal of a resource leaves T1 as good',
    breaks: 'RENEW-REFUSED-T1',
    seams: writtenByHand({ wasRefused: () => {} }),
  },
]
