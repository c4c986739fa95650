import { also, type BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { type Reply, refusalOf, right } from './unseen-client-parts.ts'
import { failed } from './unseen-failure.ts'

const pauses = perClient(
  () => new Map<string, { readonly untilMs: number; readonly reply: Reply }>(),
)
let calls = 0

const retryAfterOf = (reply: Reply | undefined) => reply?.headers.get('retry-after') ?? undefined

/** Clients written by hand that ask again too early, too late or too often. */
export const pacingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: forgets a pause when the call is over',
    breaks: 'RETRY-AFTER-SHARED',
    seams: writtenByHand({
      nameOfPause: () => {
        calls += 1
        return String(calls)
      },
    }),
  },
  {
    name: 'by hand: serves nothing while it has to wait',
    breaks: 'CACHE-REUSE',
    seams: writtenByHand({
      hear: (wanted, setup) => {
        const asked = right.hear(wanted, setup)
        const pause = pauses(setup).get(asked.agent)
        if (pause && pause.untilMs > setup.nowMs()) throw failed(refusalOf(pause.reply))
        return asked
      },
      watch: ({ asked: { agent, setup } }, reply) => {
        const seconds = Number(retryAfterOf(reply))
        if (seconds > 60)
          pauses(setup).set(agent, { untilMs: setup.nowMs() + seconds * 1000, reply })
      },
    }),
  },
  {
    name: 'by hand: takes the milliseconds to a date for seconds',
    breaks: 'RETRY-RECOVERS',
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) => {
        const value = retryAfterOf(reply)
        if (value === undefined || /^\d+$/.test(value))
          return right.waitSeconds(reply, attempt, nowMs)
        return Math.max(0, Date.parse(value) - nowMs)
      },
    }),
  },
  {
    name: 'by hand: waits ten seconds at most',
    breaks: 'RETRY-AFTER',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RETRY-AFTER-SHARED', 'CACHE-REUSE')],
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) =>
        Math.min(10, right.waitSeconds(reply, attempt, nowMs)),
    }),
  },
  {
    name: 'by hand: waits only when it is throttled by 429',
    breaks: 'RETRY-AFTER',
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) =>
        reply?.status === 429 ? right.waitSeconds(reply, attempt, nowMs) : 2 ** (attempt - 1),
    }),
  },
  {
    name: 'by hand: reads the minutes of a date as those of here',
    breaks: 'RETRY-RECOVERS',
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) => {
        const value = retryAfterOf(reply)
        if (value === undefined || /^\d+$/.test(value))
          return right.waitSeconds(reply, attempt, nowMs)
        return Math.max(0, Math.ceil((Date.parse(value) - nowMs) / 1000) + 3600)
      },
    }),
  },
  {
    name: 'by hand: takes a wait of nought seconds for none, and asks without end',
    breaks: 'RETRY-ENDS',
    seams: writtenByHand({
      attemptsAfter: (status) => (status === 429 ? 40 : right.attemptsAfter(status)),
    }),
  },
  {
    name: 'by hand: waits only after a failure of the first step',
    breaks: 'RETRY-AFTER-SHARED',
    seams: writtenByHand({
      nameOfPause: (asked, leg) => {
        calls += 1
        return leg === 't1' ? right.nameOfPause(asked, leg) : String(calls)
      },
    }),
  },
  {
    name: 'by hand: repeats what a gateway could not deliver without end',
    breaks: 'RETRY-ENDS',
    alsoBreaks: [
      ...also('it never waits longer', 'RETRY-AFTER', 'RETRY-AFTER-SHARED', 'CACHE-REUSE'),
    ],
    seams: writtenByHand({
      waitSeconds: () => 1,
      attemptsAfter: (status) =>
        [502, 504].includes(status ?? 0) ? 40 : right.attemptsAfter(status),
    }),
  },
]
