import type { Acquisition, ClientSetup, Outcome } from '../../engine/clients/client-under-test.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { answers, claimsIn, type Exchange, successOf, withBody } from './on-the-wire.ts'

const nameOf = ({ tenantId, agentIdentity, scope }: Acquisition) =>
  `${tenantId} ${agentIdentity} ${scope}`

const isValid = (token: string | undefined, { nowMs }: ClientSetup) =>
  Number(claimsIn(token).exp) * 1000 > nowMs()

/** What a call may do with the token that was handed out before. */
type Choice = (
  wanted: Acquisition,
  before: Outcome | undefined,
  ask: (wanted: Acquisition) => Promise<Outcome>,
  setup: ClientSetup,
) => Promise<Outcome>

function remembersTokens(choose: Choice): Pick<Seams, 'acquire'> {
  return {
    acquire: (acquire, setup) => {
      const before = new Map<string, Outcome>()
      return async (wanted) => {
        const outcome = await choose(wanted, before.get(nameOf(wanted)), acquire, setup)
        if (outcome.token !== undefined) before.set(nameOf(wanted), outcome)
        return outcome
      }
    },
  }
}

/** Answers a request from what it kept, where the choice says so. */
function remembersAnswers(
  choose: (exchange: Exchange, before: Response | undefined) => Promise<Response>,
): Pick<Seams, 'network'> {
  return answers(() => {
    const before = new Map<string, Response>()
    return async (exchange) => {
      const { leg, form, url } = exchange
      const name = `${url} ${leg} ${form.get('client_id')} ${form.get('fmi_path')} ${form.get('scope')}`
      const answer = await choose(exchange, before.get(name)?.clone())
      const body = await successOf(answer)
      if (body) before.set(name, withBody(answer, body))
      return answer
    }
  })
}

/** Tokens that are not renewed when somebody demands it, or cannot be. */
export const renewingWrongly: readonly BrokenClient[] = [
  {
    name: 'does not hear that its caller demands a new token',
    breaks: 'RENEW-FORCED',
    seams: { acquire: (acquire) => (wanted) => acquire({ ...wanted, forceRefresh: false }) },
    alsoBreaks: also('no token was renewed', 'CACHE-NEWEST'),
  },
  {
    name: 'renews a token once',
    breaks: 'RENEW-FORCED',
    seams: {
      acquire: (acquire) => {
        const renewed = new Set<string>()
        return (wanted) => {
          const isKnown = renewed.has(nameOf(wanted))
          if (wanted.forceRefresh) renewed.add(nameOf(wanted))
          return acquire({ ...wanted, forceRefresh: wanted.forceRefresh && !isKnown })
        }
      },
    },
  },
  {
    name: 'renews T1 and hands out the token that it had',
    breaks: 'RENEW-FORCED',
    alsoBreaks: [
      ...also('no token was renewed', 'CACHE-NEWEST'),
      ...also(
        'the fault shows when it renews',
        'RENEW-TOKEN',
        'RENEW-NO-STALE',
        'ANSWER-EXTENDED-LIFETIME',
      ),
      ...also('the end that it reports is as wrong', 'RECIPIENT-EXPIRY'),
    ],
    seams: remembersAnswers(async ({ leg, forward }, before) =>
      leg === 'redemption' && before ? before : forward(),
    ),
  },
  {
    name: 'hands out the refused token when it cannot renew it',
    breaks: 'RENEW-FORCED',
    seams: remembersTokens(async (wanted, before, ask) => {
      const outcome = await ask(wanted)
      return wanted.forceRefresh && outcome.error && before ? before : outcome
    }),
  },
  {
    name: 'forgets the token that it renewed on demand',
    breaks: 'CACHE-NEWEST',
    seams: {
      acquire: (acquire) => {
        const first = new Map<string, Outcome>()
        return async (wanted) => {
          const known = first.get(nameOf(wanted))
          if (known && !wanted.forceRefresh) return known
          const outcome = await acquire(wanted)
          const isFirst = outcome.token !== undefined && !wanted.forceRefresh
          if (isFirst && Number(claimsIn(outcome.token).exp) > 0) first.set(nameOf(wanted), outcome)
          return outcome
        }
      },
    },
    alsoBreaks: also(
      'the first token is kept for ever',
      ...['RENEW-TOKEN', 'RENEW-NO-STALE', 'ANSWER-EXTENDED-LIFETIME'],
      'RENEW-FILE',
    ),
  },
  {
    name: 'hands out its old token when a renewal fails',
    breaks: 'RENEW-NO-STALE',
    seams: remembersTokens(async (wanted, before, ask) => {
      const outcome = await ask(wanted)
      return outcome.error?.status === 503 && before ? before : outcome
    }),
  },
  {
    name: 'hands out its old token when T1 cannot be renewed',
    breaks: 'RENEW-NO-STALE',
    seams: remembersTokens(async (wanted, before, ask) => {
      const outcome = await ask(wanted)
      const isT1 = /exchange-token/.test(outcome.error?.message ?? '')
      return isT1 && outcome.error?.status === 503 && before ? before : outcome
    }),
  },
  {
    name: 'presents its old T1 when it cannot be renewed',
    breaks: 'RENEW-NO-STALE',
    alsoBreaks: also('the old T1 has expired', 'RENEW-ASSERTION'),
    toleratedBy: ['T1-EXPIRED'],
    seams: answers(({ nowMs }) => {
      const t1s = new Map<string, Response>()
      return async ({ leg, form, url, forward }) => {
        const name = `${url} ${form.get('fmi_path')}`
        const answer = await forward()
        const body = await successOf(answer)
        if (leg === 't1' && body) t1s.set(name, withBody(answer, body))
        const before = t1s.get(name)
        return leg === 't1' && answer.status === 503 && before && nowMs() > 0
          ? before.clone()
          : answer
      }
    }),
  },
  {
    name: 'presents a refused T1 again with the next call',
    breaks: 'RENEW-REFUSED-T1',
    seams: remembersAnswers(async ({ leg, forward, setup }, before) => {
      if (leg !== 't1' || !before) return forward()
      const token = String((await successOf(before))?.access_token)
      const endMs = (Number(claimsIn(token).exp) - 300) * 1000
      return endMs > setup.nowMs() ? before : forward()
    }),
  },
  {
    name: 'never asks again for an agent identity that was refused',
    breaks: 'RETRY-RECOVERS',
    seams: {
      acquire: (acquire) => {
        const refused = new Map<Acquisition['agentIdentity'], Outcome>()
        return async (wanted) => {
          const known = refused.get(wanted.agentIdentity)
          if (known) return known
          const outcome = await acquire(wanted)
          const isRefusal = outcome.error?.status === 400 || outcome.error?.status === 401
          if (isRefusal) refused.set(wanted.agentIdentity, outcome)
          return outcome
        }
      },
    },
    alsoBreaks: also(
      'a refusal of another kind is remembered too',
      ...['RENEW-REFUSED-T1', 'AUTHORITY-NEXT-CALL'],
    ),
  },
  {
    name: 'gives up for good after its blueprint was disabled',
    breaks: 'RETRY-RECOVERS',
    seams: {
      acquire: (acquire) => {
        let gone: Outcome | undefined
        return async (wanted) => {
          if (gone) return gone
          const outcome = await acquire(wanted)
          const isT1 = /exchange-token/.test(outcome.error?.message ?? '')
          if (isT1 && outcome.error?.code === 'unauthorized_client') gone = outcome
          return outcome
        }
      },
    },
    alsoBreaks: also('a refusal of another tenant counts too', 'AUTHORITY-NEXT-CALL'),
  },
  {
    name: 'tries a request without an answer again without end',
    breaks: 'RETRY-ENDS',
    seams: answers(() => async ({ forward, leg }) => {
      for (let tries = 0; leg === 't1' && tries < 30; tries += 1) {
        try {
          return await forward()
        } catch {
          // Once more.
        }
      }
      return forward()
    }),
  },
  {
    name: 'tries a redemption again without end',
    breaks: 'RETRY-ENDS',
    seams: answers(() => async ({ forward, leg }) => {
      let answer = await forward()
      for (let tries = 0; leg === 'redemption' && answer.status === 503 && tries < 30; tries += 1) {
        if (answer.headers.has('retry-after')) break
        answer = await forward()
      }
      return answer
    }),
  },
  {
    name: 'remembers a token that was renewed and hands out the expired one',
    breaks: 'RENEW-NO-STALE',
    seams: remembersTokens(async (wanted, before, ask, setup) => {
      if (wanted.forceRefresh || !before || isValid(before.token, setup)) return ask(wanted)
      const outcome = await ask(wanted)
      return outcome.error ? before : outcome
    }),
  },
]
