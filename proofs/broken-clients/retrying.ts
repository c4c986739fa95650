import type { Seams } from '../../engine/clients/reference.ts'
import { readJwt } from '../../wire/jwt.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { answers, type Exchange, successOf } from './on-the-wire.ts'

const keyOf = ({ leg, form }: Exchange) => `${leg} ${form.get('client_id')} ${form.get('fmi_path')}`

/** Sends a request again at once, and tells what came first. */
function insists(times: number, isReason: (answer: Response) => boolean): Pick<Seams, 'network'> {
  return answers(() => async ({ forward }) => {
    const first = await forward()
    let answer = first
    for (let sent = 1; sent < times && isReason(answer); sent += 1) answer = await forward()
    return first
  })
}

/** Answers by itself what it takes for the same failure as before. */
function remembers(
  isFailure: (answer: Response) => boolean,
  nameOf: (exchange: Exchange) => string,
): Pick<Seams, 'network'> {
  return answers(() => {
    const failures = new Map<string, Response>()
    return async (exchange) => {
      const name = nameOf(exchange)
      const known = failures.get(name)
      if (known) return known.clone()
      const answer = await exchange.forward()
      if (isFailure(answer)) failures.set(name, answer.clone())
      return answer
    }
  })
}

/** Does not see what Retry-After says. */
function overlooks(isOverlooked: (value: string) => boolean): Pick<Seams, 'network'> {
  return answers(() => async ({ forward }) => {
    const answer = await forward()
    const value = answer.headers.get('retry-after')
    if (value === null || !isOverlooked(value)) return answer
    const headers = new Headers(answer.headers)
    headers.delete('retry-after')
    return new Response(await answer.text(), { status: answer.status, headers })
  })
}

const isRefusal = ({ status }: Response) => status === 400 || status === 401
const asksToWait = ({ headers }: Response) => headers.has('retry-after')
const waitsLong = ({ headers }: Response) => Number(headers.get('retry-after')) > 60

/** Attempts too many, too early, or none. */
export const retryingWrongly: readonly BrokenClient[] = [
  {
    name: 'tries again after a refusal',
    breaks: 'RETRY-REFUSED',
    seams: insists(3, isRefusal),
  },
  {
    name: 'tries again after its credential was refused',
    breaks: 'RETRY-REFUSED',
    seams: insists(2, ({ status }) => status === 401),
  },
  {
    name: 'asks for nobody while one agent identity has to wait',
    breaks: 'RETRY-PER-AGENT',
    seams: remembers(waitsLong, ({ leg }) => leg),
  },
  {
    name: 'asks for nobody after the failures of one agent identity',
    breaks: 'RETRY-PER-AGENT',
    seams: remembers(
      ({ status }) => status === 500,
      ({ leg }) => leg,
    ),
  },
  {
    name: 'does not look at Retry-After',
    breaks: 'RETRY-AFTER',
    alsoBreaks: [...also('the fault shows while the provider is busy', 'RETRY-AFTER-SHARED')],
    seams: overlooks(() => true),
  },
  {
    name: 'does not understand a date in Retry-After',
    breaks: 'RETRY-AFTER',
    seams: overlooks((value) => !/^\d+$/.test(value)),
  },
  {
    name: 'takes a Retry-After of more than a minute for a mistake',
    breaks: 'RETRY-AFTER',
    alsoBreaks: also('the next caller does not wait either', 'RETRY-AFTER-SHARED'),
    seams: overlooks((value) => Number(value) > 60),
  },
  {
    name: 'remembers for ever that it was asked to wait',
    breaks: 'RETRY-RECOVERS',
    seams: remembers((answer) => asksToWait(answer) && !waitsLong(answer), keyOf),
  },
  {
    name: 'accepts no token that is signed with another key than the first',
    breaks: 'RETRY-RECOVERS',
    seams: answers(() => {
      let pinned: unknown
      return async ({ forward }) => {
        const answer = await forward()
        const body = await successOf(answer)
        const kid = readJwt(String(body?.access_token))?.header.kid
        if (kid === undefined) return answer
        pinned ??= kid
        return pinned === kid ? answer : new Response('{}')
      }
    }),
  },
  {
    name: 'tries again without end',
    breaks: 'RETRY-ENDS',
    seams: insists(30, ({ status }) => status === 500),
  },
]
