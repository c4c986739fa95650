import type { ClientError } from '../../engine/clients/client-under-test.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { forPeopleByHand } from './delegated-client/index.ts'
import { refusal, right } from './delegated-client/parts.ts'
import { asAgent, sendsAgain } from './people-exchanging.ts'
import { Failure } from './unseen-failure.ts'

const lacksConsent = (text: string) => text.includes('consent_required')
const isChallenge = (text: string) => text.includes('basic_action')

/** Sends a request again that was refused in this way. */
function repeats(leg: 'obo' | 'agentUser', isSuch: (text: string) => boolean) {
  return forPeopleByHand({
    attemptsAfter: (reply, letter) =>
      reply?.status === 400 && letter.leg === leg && isSuch(reply.text)
        ? 2
        : right.attemptsAfter(reply, letter),
  })
}

/** The caller is told less, or something else. */
function tells(change: (error: ClientError) => ClientError) {
  return forPeopleByHand({ tell: (error) => ({ error: change(error) }) })
}

/** What clients make of missing consent and of challenges, and must not. */
export const misunderstandingRefusals: readonly BrokenClient[] = [
  {
    name: 'repeats an exchange without consent',
    breaks: 'RETRY-CONSENT',
    seams: repeats('obo', lacksConsent),
  },
  {
    name: 'repeats a request for an agent user without consent',
    breaks: 'RETRY-CONSENT',
    seams: repeats('agentUser', lacksConsent),
  },
  {
    name: 'asks for one scope less when consent is missing',
    breaks: 'RETRY-CONSENT',
    alsoBreaks: also('it asks for something else', 'LEG-SCOPE'),
    seams: forPeopleByHand({
      follow: sendsAgain('obo', ({ form }, text) => {
        if (lacksConsent(text)) form.set('scope', 'openid https://graph.microsoft.com/User.Read')
      }),
    }),
  },
  {
    name: 'tells its caller no suberror',
    breaks: 'FAILURE-CONSENT',
    seams: tells(({ suberror: _, ...error }) => error),
  },
  {
    name: 'takes missing consent for a failure of the server',
    breaks: 'FAILURE-CONSENT',
    alsoBreaks: also('the caller learns nothing of a challenge either', 'FAILURE-CLAIMS'),
    seams: tells(({ kind, message, status, correlationId }) => {
      return { kind, message, status, correlationId, code: 'server_error', aadsts: [] }
    }),
  },
  {
    name: 'takes missing consent of one for that of a login',
    breaks: 'FAILURE-CONSENT',
    seams: tells((error) => (error.suberror ? { ...error, suberror: 'basic_action' } : error)),
  },
  {
    name: 'remembers for ever who did not consent',
    breaks: 'RETRY-CONSENT-GIVEN',
    alsoBreaks: also('a challenge is remembered as well', 'CACHE-CLAIMS'),
    seams: (() => {
      const refused = new Map<string, ClientError>()
      return forPeopleByHand({
        hear: (wanted, setup) => {
          const call = right.hear(wanted, setup)
          const known = refused.get(right.nameOfToken(call) ?? '')
          if (known) throw new Failure(known)
          return call
        },
        tell: (error, call) => {
          if (error.status === 400) refused.set(right.nameOfToken(call) ?? '', error)
          return { error }
        },
      })
    })(),
  },
  {
    name: 'hands out a token of the agent identity where a person has not consented',
    breaks: 'PERSON-FALLBACK',
    alsoBreaks: also(
      'whoever waits for an error gets a token, whatever was refused',
      ...['FAILURE-CONSENT', 'RETRY-CONSENT', 'RETRY-CONSENT-GIVEN', 'LEG-OBO-CLIENT'],
      ...['FAILURE-CLAIMS', 'RETRY-CLAIMS', 'LOG-SECRETS', 'PERSON-UNUSABLE'],
      ...['PERSON-OWN-TOKEN', 'PERSON-TOKEN-ELSEWHERE', 'PERSON-STALE', 'RECIPIENT-WRONG-PERSON'],
    ),
    seams: forPeopleByHand({ follow: sendsAgain('obo', asAgent), checks: () => true }),
  },
  {
    name: 'hands out a token of the agent identity where its user has not consented',
    breaks: 'PERSON-FALLBACK',
    seams: forPeopleByHand({ follow: sendsAgain('agentUser', asAgent), checks: () => true }),
  },
  {
    name: 'keeps the tokens of people and those of agents under one name',
    breaks: 'PERSON-FALLBACK',
    seams: (() => {
      const plain = forPeopleByHand({})
      return {
        ...plain,
        acquire: (acquire, setup, say) => {
          const mine = plain.acquire(acquire, setup, say)
          const kept = new Map<string, string>()
          return async (wanted) => {
            const name = `${wanted.tenantId} ${wanted.agentIdentity} ${wanted.scope}`
            const token = wanted.flow === 'autonomous' || !wanted.flow ? kept.get(name) : undefined
            const outcome = token === undefined ? await mine(wanted) : { token }
            if (outcome.token !== undefined && wanted.flow === 'obo') kept.set(name, outcome.token)
            return outcome
          }
        },
      }
    })(),
  },
  {
    name: 'tells its caller no claims of a challenge',
    breaks: 'FAILURE-CLAIMS',
    seams: tells(({ claims: _, ...error }) => error),
  },
  {
    name: 'tells its caller the claims of a challenge in base64',
    breaks: 'FAILURE-CLAIMS',
    seams: tells(({ claims, ...error }) => ({
      ...error,
      claims: claims && Buffer.from(claims).toString('base64'),
    })),
  },
  {
    name: 'tells its caller an empty challenge',
    breaks: 'FAILURE-CLAIMS',
    seams: tells((error) => ({ ...error, claims: error.claims && '{"access_token":{}}' })),
  },
  {
    name: 'repeats an exchange that meets a challenge',
    breaks: 'RETRY-CLAIMS',
    seams: repeats('obo', isChallenge),
  },
  {
    name: 'repeats a request for an agent user that meets a challenge',
    breaks: 'RETRY-CLAIMS',
    seams: repeats('agentUser', isChallenge),
  },
  {
    name: 'answers a challenge by sending its claims back',
    breaks: 'RETRY-CLAIMS',
    alsoBreaks: also(
      'the first answer to the caller is the second of the provider',
      'CACHE-CLAIMS',
    ),
    seams: forPeopleByHand({
      follow: async (answer, letter, send) => {
        const { claims } = refusal({
          ...answer,
          headers: answer.headers,
          status: answer.status,
          text: await answer.clone().text(),
        })
        if (claims === undefined) return answer
        return sendsAgain(letter.leg, ({ form }) => form.set('claims', claims))(
          answer,
          letter,
          send,
        )
      },
    }),
  },
  {
    name: 'serves a call with claims from what it keeps',
    breaks: 'CACHE-CLAIMS',
    seams: forPeopleByHand({
      hear: (wanted, setup) => ({ ...right.hear(wanted, setup), isForced: false }),
    }),
  },
  {
    name: 'keeps the claims of its caller to itself',
    breaks: 'CACHE-CLAIMS',
    seams: forPeopleByHand({ letter: ({ form }) => form.delete('claims') }),
  },
]
