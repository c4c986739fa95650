import type { Seams } from '../../engine/clients/reference.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { answers, type Leg, withBody } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { right } from './unseen-client-parts.ts'
import { withoutChecks } from './without-checks.ts'

/** What came of a body before its connection broke. */
async function whatCame(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const piece of answer.body ?? []) text += decoder.decode(piece, { stream: true })
  } catch {
    // The rest is lost.
  }
  return text
}

/** Takes what looks like the beginning of a token for one. */
function madeWhole(text: string): string {
  const [, token] = /"access_token":"([^"]+)$/.exec(text) ?? []
  if (token === undefined) return text
  return JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: token })
}

function usesHalf(leg: Leg): Pick<Seams, 'network' | 'acquire'> {
  const { network } = answers(() => async (exchange) => {
    const answer = await exchange.forward()
    return exchange.leg === leg ? withBody(answer, madeWhole(await whatCame(answer))) : answer
  })
  return withoutChecks(network)
}

const unreadable = also('nobody can read half a T1', 'LEG-CREDENTIAL')
const handedOut = [
  ...also('nobody issued half a token', 'RECIPIENT-OWN-TOKEN'),
  ...also('half a token is no error', 'RETRY-ENDS'),
]
const unchecked = also('it does not look into any token', 'RECIPIENT-WRONG-AGENT')

/** Half a token, after a connection that broke in the middle of a body. */
export const usingHalves: readonly BrokenClient[] = [
  {
    name: 'hands out half a token when a connection breaks',
    breaks: 'ANSWER-BROKEN-OFF',
    alsoBreaks: [...handedOut, ...unchecked],
    seams: usesHalf('redemption'),
  },
  {
    name: 'redeems half a T1 when a connection breaks',
    breaks: 'ANSWER-BROKEN-OFF',
    alsoBreaks: [
      ...unreadable,
      ...unchecked,
      ...also('a token of the blueprint is handed out too', 'RECIPIENT-OWN-TOKEN'),
    ],
    seams: usesHalf('t1'),
  },
  {
    name: 'by hand: hands out half a token and keeps none of it',
    breaks: 'ANSWER-BROKEN-OFF',
    alsoBreaks: handedOut,
    seams: writtenByHand({
      follow: async (answer, { leg }) =>
        leg === 'redemption' ? withBody(answer, madeWhole(await whatCame(answer))) : answer,
      keep: (memory, name, kept) => {
        if (kept.token.split('.').length === 3) right.keep(memory, name, kept)
      },
    }),
  },
  {
    name: 'by hand: redeems half a T1 and then asks for a whole one',
    breaks: 'ANSWER-BROKEN-OFF',
    alsoBreaks: unreadable,
    seams: writtenByHand({
      follow: async (answer, { leg }) =>
        leg === 't1' ? withBody(answer, madeWhole(await whatCame(answer))) : answer,
    }),
  },
]
