import type { ClientFetch } from '../../client/index.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { answers, type Leg, successOf, withBody } from './on-the-wire.ts'

const knownMembers = ['token_type', 'expires_in', 'ext_expires_in', 'access_token']
const followed = also('a credential left the authority', 'AUTHORITY-CREDENTIAL')
const notIssued = 'what is handed out was not issued'

/** Takes some successes for nonsense. */
function rejects(
  isRejected: (body: Readonly<Record<string, unknown>>) => boolean,
): Pick<Seams, 'network'> {
  return answers(() => async ({ forward }) => {
    const answer = await forward()
    const body = await successOf(answer)
    return body && isRejected(body) ? withBody(answer, 'nonsense') : answer
  })
}

function followsRedirects(leg: Leg): Pick<Seams, 'network'> {
  return answers(() => async (exchange) => {
    const answer = await exchange.forward()
    const location = answer.headers.get('location')
    if (exchange.leg !== leg || answer.status !== 307 || location === null) return answer
    return exchange.send(location, exchange.init)
  })
}

const saysNoToken = /access_token is missing|not a JSON object/

/** Hands out something where it should report an error. */
function takesForToken(token: string): Pick<Seams, 'acquire'> {
  return {
    acquire: (acquire) => async (wanted) => {
      const outcome = await acquire(wanted)
      return saysNoToken.test(outcome.error?.message ?? '') ? { token } : outcome
    },
  }
}

const patienceMs = 500

/** Hangs up after half a second, and takes that for a refusal. */
async function impatient(send: ClientFetch, ...[url, init]: Parameters<ClientFetch>) {
  const gone = AbortSignal.timeout(patienceMs)
  const hungUp = new Promise<'hung up'>((resolve) => {
    gone.addEventListener('abort', () => resolve('hung up'), { once: true })
  })
  const complete = async () => {
    const answer = await send(url, init)
    return withBody(answer, await answer.text())
  }
  const first = await Promise.race([complete(), hungUp])
  return first === 'hung up' ? new Response('{"error":"hung_up"}', { status: 408 }) : first
}

/** Answers that are misunderstood. */
export const misreading: readonly BrokenClient[] = [
  {
    name: 'hands out an empty token where there is none',
    breaks: 'ANSWER-WITHOUT-TOKEN',
    alsoBreaks: [...also('the fault shows after a refusal', 'ANSWER-STATUS')],
    seams: takesForToken(''),
  },
  {
    name: 'hands out undefined where there is no token',
    breaks: 'ANSWER-WITHOUT-TOKEN',
    alsoBreaks: [
      ...also(notIssued, 'RECIPIENT-OWN-TOKEN'),
      ...also('its scenarios meet the same fault', 'LOG-SECRETS'),
      ...also('the fault shows after a refusal', 'ANSWER-STATUS'),
    ],
    seams: takesForToken('undefined'),
  },
  {
    name: 'accepts no answer with members that it does not know',
    breaks: 'ANSWER-UNKNOWN-MEMBERS',
    seams: rejects((body) => Object.keys(body).some((name) => !knownMembers.includes(name))),
  },
  {
    name: 'accepts no lifetime that is not a number',
    breaks: 'ANSWER-TEXT-LIFETIME',
    seams: rejects((body) => typeof body.expires_in === 'string'),
  },
  {
    name: 'follows a redirect with its client secret',
    breaks: 'ANSWER-REDIRECT',
    alsoBreaks: followed,
    seams: followsRedirects('t1'),
  },
  {
    name: 'follows a redirect with T1',
    breaks: 'ANSWER-REDIRECT',
    alsoBreaks: followed,
    seams: followsRedirects('redemption'),
  },
  {
    name: 'gives up for good when a connection breaks',
    breaks: 'ANSWER-BROKEN-OFF',
    alsoBreaks: [...also('the fault shows after a failure', 'RETRY-RECOVERS')],
    seams: answers(() => {
      let isBroken = false
      return async ({ forward }) => {
        if (isBroken) throw new TypeError('fetch failed')
        try {
          const answer = await forward()
          return withBody(answer, await answer.text())
        } catch (error) {
          isBroken = true
          throw error
        }
      }
    }),
  },
  {
    name: 'hangs up after half a second',
    breaks: 'ANSWER-SLOW',
    needsRealTime: true,
    seams: { network: (send) => (url, init) => impatient(send, url, init) },
  },
]
