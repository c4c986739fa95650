import type { ClientError } from '../../engine/clients/client-under-test.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { type Parts, parsed, refusalOf, right } from './unseen-client-parts.ts'
import { failed } from './unseen-failure.ts'

/** Reads answers as the right client does, after it changed them. */
const reading = (
  change: (reply: Parameters<Parts['read']>[0]) => Partial<Parameters<Parts['read']>[0]>,
) =>
  writtenByHand({
    read: (reply, nowMs, endOf, leg) =>
      right.read({ ...reply, ...change(reply) }, nowMs, endOf, leg),
  })

const withBody = (text: string, change: object) => JSON.stringify({ ...parsed(text), ...change })

const firstFailures = perClient<{ first?: ClientError }>(() => ({}))

/** Clients written by hand that take an answer for something else. */
export const understandingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: takes whatever token type for Bearer',
    breaks: 'ANSWER-TOKEN-TYPE',
    seams: reading(({ text }) => ({ text: withBody(text, { token_type: 'Bearer' }) })),
  },
  {
    name: 'by hand: takes an id token where there is no access token',
    breaks: 'ANSWER-WITHOUT-TOKEN',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RECIPIENT-OWN-TOKEN')],
    seams: reading(({ text }) => {
      const body = parsed(text)
      const { access_token: token, id_token: other } = body
      return token === undefined && other ? { text: withBody(text, { access_token: other }) } : {}
    }),
  },
  {
    name: 'by hand: takes the token out of an array',
    breaks: 'ANSWER-WITHOUT-TOKEN',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RECIPIENT-OWN-TOKEN')],
    seams: reading(({ text }) => {
      const [first] = text.startsWith('[') ? JSON.parse(text) : []
      return first ? { text: JSON.stringify(first) } : {}
    }),
  },
  {
    name: 'by hand: reads AADSTS numbers out of the prose',
    breaks: 'FAILURE-PROSE',
    seams: writtenByHand({
      read: (reply, nowMs, endOf, leg) => {
        if (reply.status < 400) return right.read(reply, nowMs, endOf, leg)
        const [, number] = /AADSTS(\d+)/.exec(String(parsed(reply.text).error_description)) ?? []
        throw failed({ ...refusalOf(reply), aadsts: number ? [Number(number)] : [] })
      },
    }),
  },
  {
    name: 'by hand: reports an AADSTS number as the code',
    breaks: 'FAILURE-DETAILS',
    alsoBreaks: [...also('its scenarios meet the same fault', 'FAILURE-PROSE')],
    seams: writtenByHand({
      tell: (failure) => ({ ...failure, code: String(failure.aadsts?.[0] ?? failure.code) }),
    }),
  },
  {
    name: 'by hand: reports the trace id as the correlation id',
    breaks: 'FAILURE-DETAILS',
    seams: writtenByHand({
      read: (reply, nowMs, endOf, leg) => {
        if (reply.status < 400) return right.read(reply, nowMs, endOf, leg)
        throw failed({ ...refusalOf(reply), correlationId: String(parsed(reply.text).trace_id) })
      },
    }),
  },
  {
    name: 'by hand: reports its first failure for every later one',
    breaks: 'FAILURE-DETAILS',
    seams: writtenByHand({
      tell: (failure, asked) => {
        if (asked === undefined) return failure
        const held = firstFailures(asked.setup)
        held.first ??= failure
        return held.first
      },
    }),
  },
  {
    name: 'by hand: asks again when a scope is refused',
    breaks: 'RETRY-REFUSED',
    alsoBreaks: [...also('its scenarios meet the same fault', 'CONCURRENT-SHARED')],
    seams: writtenByHand({
      attemptsAfter: (status) => (status === 400 ? 3 : right.attemptsAfter(status)),
    }),
  },
]
