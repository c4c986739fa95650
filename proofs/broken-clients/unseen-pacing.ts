import type { BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { failed, type Reply, refusalOf, right } from './unseen-client-parts.ts'

const pauses = perClient(
  () => new Map<string, { readonly untilMs: number; readonly reply: Reply }>(),
)
let calls = 0

const retryAfterOf = (reply: Reply | undefined) => reply?.headers.get('retry-after') ?? undefined

/** Clients written by hand that ask again too early, too late or too often. */
export const pacingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: forgets a pause when the call is over',
    breaks: 'Retry-After: the next call sends before the pause is over',
    seams: writtenByHand({
      nameOfPause: () => {
        calls += 1
        return String(calls)
      },
    }),
  },
  {
    name: 'by hand: serves nothing while it has to wait',
    breaks: 'Retry-After: a token that it holds is not served',
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
    breaks: 'Retry-After: a date makes it wait a thousand times as long',
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
    breaks: 'Retry-After: a longer wait is cut short',
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) =>
        Math.min(10, right.waitSeconds(reply, attempt, nowMs)),
    }),
  },
  {
    name: 'by hand: waits only when it is throttled by 429',
    breaks: 'Retry-After: not heeded with 503',
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) =>
        reply?.status === 429 ? right.waitSeconds(reply, attempt, nowMs) : 2 ** (attempt - 1),
    }),
  },
  {
    name: 'by hand: does not wait when a date has passed by a second',
    breaks: 'Retry-After: rounds a date down, and sends up to a second early',
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) => {
        const value = retryAfterOf(reply)
        if (value === undefined || /^\d+$/.test(value))
          return right.waitSeconds(reply, attempt, nowMs)
        return Math.max(0, Math.floor((Date.parse(value) - nowMs) / 1000) - 1)
      },
    }),
  },
  {
    name: 'by hand: reads the minutes of a date as those of here',
    breaks: 'Retry-After: a date without GMT in an offset zone is taken as UTC',
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
    breaks: 'retry: never gives up after Retry-After: 0',
    seams: writtenByHand({
      attemptsAfter: (status) => (status === 429 ? 40 : right.attemptsAfter(status)),
    }),
  },
  {
    name: 'by hand: waits as long after a success as after a failure',
    breaks: 'Retry-After: a pause of the first step holds up the second',
    seams: writtenByHand({
      nameOfPause: ({ agent, tenantId }) => JSON.stringify([tenantId, agent]),
    }),
  },
  {
    name: 'by hand: one tenant waits for another',
    breaks: 'Retry-After: the pause of an agent in one tenant blocks it in another',
    seams: writtenByHand({ nameOfPause: ({ agent }, leg) => JSON.stringify([leg, agent]) }),
  },
  {
    name: 'by hand: waits only after a failure of the first step',
    breaks: 'Retry-After: not heeded when a redemption is throttled',
    seams: writtenByHand({
      nameOfPause: (asked, leg) => {
        calls += 1
        return leg === 't1' ? right.nameOfPause(asked, leg) : String(calls)
      },
    }),
  },
  {
    name: 'by hand: a broken connection is final',
    breaks: 'retry: a request without an answer is not repeated',
    seams: writtenByHand({
      attemptsAfter: (status) => (status === undefined ? 1 : right.attemptsAfter(status)),
    }),
  },
  {
    name: 'by hand: repeats what a gateway could not deliver without end',
    breaks: 'retry: 502 and 504 are repeated for ever',
    seams: writtenByHand({
      attemptsAfter: (status) =>
        [502, 504].includes(status ?? 0) ? 40 : right.attemptsAfter(status),
    }),
  },
]
