import type { ClientError } from '../../engine/clients/client-under-test.ts'
import type { BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { failed, type Parts, parsed, refusalOf, right } from './unseen-client-parts.ts'

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
    name: 'by hand: takes every answer that begins with 2 for a success',
    breaks: 'success: 201, 202 or 203 with a token is none',
    seams: reading(({ status }) => ({ status: status >= 200 && status < 300 ? 200 : status })),
  },
  {
    name: 'by hand: takes a token out of a refusal',
    breaks: 'success: a 400 with access_token is none',
    seams: reading(({ status, text }) =>
      parsed(text).access_token ? { status: 200 } : { status },
    ),
  },
  {
    name: 'by hand: overlooks the error beside a token',
    breaks: 'success: a 200 with error and access_token is none',
    seams: reading(({ text }) => ({ text: withBody(text, { error: undefined }) })),
  },
  {
    name: 'by hand: takes whatever token type for Bearer',
    breaks: 'success: token_type pop or mac is not understood',
    seams: reading(({ text }) => ({ text: withBody(text, { token_type: 'Bearer' }) })),
  },
  {
    name: 'by hand: takes a blank token',
    breaks: 'success: an access_token of spaces is none',
    seams: writtenByHand({ checks: () => true }),
  },
  {
    name: 'by hand: trims its token',
    breaks: 'success: the token is not handed out as it came (RFC 6749 appendix A.12)',
    seams: reading(({ text }) => {
      const { access_token: token } = parsed(text)
      return typeof token === 'string'
        ? { text: withBody(text, { access_token: token.trim() }) }
        : {}
    }),
  },
  {
    name: 'by hand: takes an id token where there is no access token',
    breaks: 'success: another kind of token is handed out',
    seams: reading(({ text }) => {
      const body = parsed(text)
      const { access_token: token, id_token: other } = body
      return token === undefined && other ? { text: withBody(text, { access_token: other }) } : {}
    }),
  },
  {
    name: 'by hand: takes the token out of an array',
    breaks: 'success: the body is no JSON object',
    seams: reading(({ text }) => {
      const [first] = text.startsWith('[') ? JSON.parse(text) : []
      return first ? { text: JSON.stringify(first) } : {}
    }),
  },
  {
    name: 'by hand: reads AADSTS numbers out of the prose',
    breaks: 'errors: error_codes tell; the prose may say anything',
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
    breaks: 'errors: code is not error',
    seams: writtenByHand({
      tell: (failure) => ({ ...failure, code: String(failure.aadsts?.[0] ?? failure.code) }),
    }),
  },
  {
    name: 'by hand: reports the trace id as the correlation id',
    breaks: 'errors: correlationId is not that of the answer',
    seams: writtenByHand({
      read: (reply, nowMs, endOf, leg) => {
        if (reply.status < 400) return right.read(reply, nowMs, endOf, leg)
        throw failed({ ...refusalOf(reply), correlationId: String(parsed(reply.text).trace_id) })
      },
    }),
  },
  {
    name: 'by hand: reports its first failure for every later one',
    breaks: 'errors: a second failure is reported as the first',
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
    breaks: 'retry: a refusal by 400 invalid_scope or invalid_request is repeated',
    seams: writtenByHand({
      attemptsAfter: (status) => (status === 400 ? 3 : right.attemptsAfter(status)),
    }),
  },
]
