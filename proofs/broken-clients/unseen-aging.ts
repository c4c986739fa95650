import type { ConfiguredClient, Outcome } from '../../engine/clients/client-under-test.ts'
import type { BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { type Kept, right } from './unseen-client-parts.ts'

const receivedMs = new WeakMap<Headers, number>()
const usesOf = new WeakMap<Kept, number>()
const counts = perClient(() => new Map<string, number>())

/** The same client, whose calls are answered otherwise. */
function around(
  answer: (acquire: ConfiguredClient['acquire']) => ConfiguredClient['acquire'],
  base = writtenByHand({}),
): BrokenClient['seams'] {
  const acquire: NonNullable<BrokenClient['seams']['acquire']> = (given, setup, say) =>
    answer(base.acquire(given, setup, say))
  return { ...base, acquire }
}

/** Serves the last good answer instead of a new one, as `serves` decides. */
const remembering = (serves: (known: Outcome, now: Outcome, isForced: boolean) => boolean) =>
  around((acquire) => {
    const last = new Map<string, Outcome>()
    return async (wanted) => {
      const name = JSON.stringify([wanted.agentIdentity, wanted.tenantId, wanted.scope])
      const outcome = await acquire(wanted)
      const known = last.get(name)
      if (known && serves(known, outcome, wanted.forceRefresh === true)) return known
      if (outcome.token !== undefined) last.set(name, outcome)
      return outcome
    }
  })

/** Clients written by hand that take time wrongly. */
export const agingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: counts the life of a token from a slow answer',
    breaks: 'expiry: counted from the arrival of a late answer, later than the end of the token',
    seams: writtenByHand({
      follow: async (answer, { asked }) => {
        receivedMs.set(answer.headers, asked.setup.nowMs())
        return answer
      },
      read: (reply, nowMs, endOf, leg) =>
        right.read(reply, receivedMs.get(reply.headers) ?? nowMs, endOf, leg),
    }),
  },
  {
    name: 'by hand: reports the end of a token in milliseconds',
    breaks: 'expiry: expiresOn is not in seconds',
    seams: writtenByHand({ result: ({ token, endsMs }) => ({ token, expiresOn: endsMs }) }),
  },
  {
    name: 'by hand: appends a life that is text to the time',
    breaks: 'expiry: expires_in as text is concatenated, so that the token never expires',
    seams: writtenByHand({
      endOf: ({ expires_in: lasts }, nowMs) => {
        const nowSeconds = Math.floor(nowMs / 1000)
        const end = typeof lasts === 'string' ? Number(`${nowSeconds}${lasts}`) : undefined
        return (end ?? nowSeconds + Number(lasts)) * 1000
      },
    }),
  },
  {
    name: 'by hand: renews after ten uses, whatever the time',
    breaks: 'expiry: not looked at; an expired token is handed out',
    seams: writtenByHand({
      isFresh: (kept, nowMs, leg) => {
        if (leg === 't1') return right.isFresh(kept, nowMs, leg)
        const uses = (usesOf.get(kept) ?? 0) + 1
        usesOf.set(kept, uses)
        return uses <= 10
      },
    }),
  },
  {
    name: 'by hand: renews in the last twentieth of a life',
    breaks: 'skew: a token is handed out with less than 300 seconds left',
    seams: writtenByHand({
      isFresh: ({ endsMs, gotMs }, nowMs) => nowMs < gotMs + (endsMs - gotMs) * 0.95,
    }),
  },
  {
    name: 'by hand: keeps a short token until it ends',
    breaks: 'skew: a token that lasts less than 300 seconds is handed out again',
    seams: writtenByHand({
      isFresh: (kept, nowMs, leg) =>
        kept.endsMs - kept.gotMs <= 300_000 ? kept.endsMs > nowMs : right.isFresh(kept, nowMs, leg),
    }),
  },
  {
    name: 'by hand: renews early by a margin that differs by token',
    breaks: 'skew: the margin is between 0 and 600 seconds by chance',
    seams: writtenByHand({
      isFresh: ({ token, endsMs }, nowMs) => {
        const margin = (token.charCodeAt(token.length - 2) % 11) * 60_000
        return endsMs - margin > nowMs
      },
    }),
  },
  {
    name: 'by hand: renews three times and then no more',
    breaks: 'long runs: after three renewals the last token is handed out for ever',
    seams: around((acquire) => {
      const got = new Map<string, Set<string>>()
      return async (wanted) => {
        const name = JSON.stringify([wanted.agentIdentity, wanted.tenantId, wanted.scope])
        const tokens = got.get(name) ?? new Set<string>()
        got.set(name, tokens)
        const last = [...tokens].at(-1)
        if (tokens.size > 3 && last !== undefined && !wanted.forceRefresh) return { token: last }
        const outcome = await acquire(wanted)
        if (outcome.token !== undefined) tokens.add(outcome.token)
        return outcome
      }
    }),
  },
  {
    name: 'by hand: hands out the old token while it gets the new one',
    breaks: 'expiry: the first call after the end gets the expired token',
    seams: remembering(
      (known, now, isForced) => !isForced && now.token !== undefined && known.token !== now.token,
    ),
  },
  {
    name: 'by hand: hands out the old token where a new one fails',
    breaks: 'expiry and errors: an expired token instead of an error',
    seams: remembering((_, now) => now.error !== undefined),
  },
  {
    name: 'by hand: hands out the old token where a forced one fails',
    breaks: 'forceRefresh: an error is hidden by the token that was to be replaced',
    seams: remembering((_, now, isForced) => isForced && now.error !== undefined),
  },
  {
    name: 'by hand: uses T1 to its last second, also after a wait',
    breaks: 'T1 expiry: T1 ends during a Retry-After and is sent again',
    seams: writtenByHand({
      isFresh: (kept, nowMs, leg) =>
        leg === 't1' ? kept.endsMs > nowMs : right.isFresh(kept, nowMs, leg),
    }),
  },
  {
    name: 'by hand: stops to keep tokens after eight',
    breaks: 'long runs: the cache is full and nothing is reused any longer',
    seams: writtenByHand({
      keep: (memory, name, kept) => {
        if (memory.size < 8) memory.set(name, kept)
      },
    }),
  },
  {
    name: 'by hand: takes the first life for that of every token',
    breaks: 'expiry: a shorter expires_in of a later token is not read',
    seams: writtenByHand({
      follow: async (answer, { asked }) => {
        receivedMs.set(answer.headers, asked.setup.nowMs())
        lives.set(answer.headers, counts(asked.setup))
        return answer
      },
      read: (reply, nowMs, endOf, leg) => {
        const kept = right.read(reply, nowMs, endOf, leg)
        const known = lives.get(reply.headers)
        const life = known?.get(leg) ?? kept.endsMs - nowMs
        known?.set(leg, life)
        return { ...kept, endsMs: nowMs + life }
      },
    }),
  },
]

const lives = new WeakMap<Headers, Map<string, number>>()
