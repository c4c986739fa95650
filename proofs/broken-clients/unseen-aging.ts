import type { ConfiguredClient, Outcome } from '../../engine/clients/client-under-test.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { type Kept, right } from './unseen-client-parts.ts'

const receivedMs = new WeakMap<Headers, number>()
const usesOf = new WeakMap<Kept, number>()
const margins = new WeakMap<Kept, number>()
let seen = 0

/** One minute, then five, in turn. */
function marginOf(token: Kept): number {
  const known = margins.get(token)
  if (known !== undefined) return known
  seen += 1
  const margin = seen % 2 === 0 ? 300_000 : 60_000
  margins.set(token, margin)
  return margin
}
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
    name: 'by hand: reports the end of a token in milliseconds',
    breaks: 'RECIPIENT-EXPIRY',
    seams: writtenByHand({ result: ({ token, endsMs }) => ({ token, expiresOn: endsMs }) }),
  },
  {
    name: 'by hand: appends a life that is text to the time',
    breaks: 'RECIPIENT-EXPIRY',
    seenBy: 'ANSWER-TEXT-LIFETIME',
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
    breaks: 'RENEW-TOKEN',
    alsoBreaks: [
      ...also(
        'its scenarios meet the same fault',
        'RENEW-FILE',
        'RENEW-NO-STALE',
        'ANSWER-NO-LIFETIME',
        'ANSWER-EXTENDED-LIFETIME',
      ),
    ],
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
    breaks: 'RENEW-TOKEN',
    seams: writtenByHand({
      isFresh: ({ endsMs, gotMs }, nowMs) => nowMs < gotMs + (endsMs - gotMs) * 0.95,
    }),
  },
  {
    name: 'by hand: keeps a short token until it ends',
    breaks: 'RENEW-TOKEN',
    seams: writtenByHand({
      isFresh: (kept, nowMs, leg) =>
        kept.endsMs - kept.gotMs <= 300_000 ? kept.endsMs > nowMs : right.isFresh(kept, nowMs, leg),
    }),
  },
  {
    name: 'by hand: renews early by a margin that differs by token',
    breaks: 'RENEW-TOKEN',
    seams: writtenByHand({
      isFresh: (kept, nowMs, leg) =>
        leg === 't1' ? right.isFresh(kept, nowMs, leg) : kept.endsMs - marginOf(kept) > nowMs,
    }),
  },
  {
    name: 'by hand: renews three times and then no more',
    breaks: 'RENEW-TOKEN',
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
    breaks: 'RENEW-TOKEN',
    alsoBreaks: [
      ...also(
        'its scenarios meet the same fault',
        'ANSWER-NO-LIFETIME',
        'ANSWER-EXTENDED-LIFETIME',
      ),
    ],
    seams: remembering(
      (known, now, isForced) => !isForced && now.token !== undefined && known.token !== now.token,
    ),
  },
  {
    name: 'by hand: hands out the old token where a new one fails',
    breaks: 'RENEW-NO-STALE',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RENEW-FORCED')],
    seams: remembering((_, now) => now.error !== undefined),
  },
  {
    name: 'by hand: hands out the old token where a forced one fails',
    breaks: 'RENEW-FORCED',
    seams: remembering((_, now, isForced) => isForced && now.error !== undefined),
  },
  {
    name: 'by hand: takes the first life for that of every token',
    breaks: 'RENEW-TOKEN',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RECIPIENT-EXPIRY')],
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
