import type { Seams } from '../../engine/clients/reference.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { answers, type Leg, withBody } from './on-the-wire.ts'

type Body = Record<string, unknown>

/** Reads an answer otherwise, whatever its status. */
function reads(
  change: (body: Body, answer: Response, leg: Leg) => Body | undefined,
): Pick<Seams, 'network'> {
  return answers(() => async ({ forward, leg }) => {
    const answer = await forward()
    const body = await jsonOf(answer)
    const changed = body && change(body, answer, leg)
    return changed ? withBody(new Response(null, { headers: answer.headers }), changed) : answer
  })
}

async function jsonOf(answer: Response): Promise<Body | undefined> {
  try {
    return JSON.parse(await answer.clone().text()) as Body
  } catch {
    return undefined
  }
}

const notIssued = also('what is handed out was not issued', 'RECIPIENT-OWN-TOKEN')
const noRealT1 = also('what is redeemed is no T1', 'LEG-CREDENTIAL')
const isToken = ({ access_token: token }: Body) => typeof token === 'string' && token !== ''
const aDay = 86_400

/** Successes taken for failures, failures for successes, and lifetimes for others. */
export const misreadingSuccess: readonly BrokenClient[] = [
  {
    name: 'does not look at the token type',
    breaks: 'ANSWER-TOKEN-TYPE',
    seams: reads((body) => (isToken(body) ? { ...body, token_type: 'Bearer' } : undefined)),
    alsoBreaks: [
      ...also('a token without a type is none', 'ANSWER-STATUS'),
      ...also('a T1 of another agent identity is presented', 'LEG-CREDENTIAL'),
      ...also('the caller gets another token', 'RECIPIENT-OWN-TOKEN'),
    ],
  },
  {
    name: 'takes every token type of three letters for its own',
    breaks: 'ANSWER-TOKEN-TYPE',
    seams: reads((body, { ok }) =>
      ok && isToken(body) && String(body.token_type).length === 3
        ? { ...body, token_type: 'Bearer' }
        : undefined,
    ),
  },
  {
    name: 'accepts the token type in one letter case alone',
    breaks: 'ANSWER-TOKEN-TYPE',
    seams: reads((body, { ok }) =>
      ok && isToken(body) && body.token_type !== 'Bearer' ? { error: 'unknown_type' } : undefined,
    ),
  },
  {
    name: 'looks for a token before it looks at the status',
    breaks: 'ANSWER-STATUS',
    alsoBreaks: [...notIssued, ...noRealT1],
    seams: reads((body) => (isToken(body) ? body : undefined)),
  },
  {
    name: 'looks at the status only when it asks for T1',
    breaks: 'ANSWER-STATUS',
    alsoBreaks: notIssued,
    seams: reads((body, _, leg) => (leg === 'redemption' && isToken(body) ? body : undefined)),
  },
  {
    name: 'redeems the T1 of a refusal',
    breaks: 'ANSWER-STATUS',
    alsoBreaks: noRealT1,
    seams: reads((body, _, leg) => (leg === 't1' && isToken(body) ? body : undefined)),
  },
  {
    name: 'hands out the description of an error that has the status of a success',
    breaks: 'ANSWER-STATUS',
    alsoBreaks: notIssued,
    seams: reads((body, { ok }, leg) =>
      ok && leg === 'redemption' && typeof body.error_description === 'string'
        ? { token_type: 'Bearer', expires_in: 3599, access_token: body.error_description }
        : undefined,
    ),
  },
  {
    name: 'keeps a token without a lifetime for ever',
    breaks: 'ANSWER-NO-LIFETIME',
    alsoBreaks: [...also('the end that it reports is as wrong', 'RECIPIENT-EXPIRY')],
    seams: reads((body, { ok }) =>
      ok && isToken(body) && body.expires_in === undefined
        ? { ...body, expires_in: 1_000_000 }
        : undefined,
    ),
  },
  {
    name: 'keeps a token with a lifetime that is no number for ever',
    breaks: 'ANSWER-NO-LIFETIME',
    alsoBreaks: [...also('the end that it reports is as wrong', 'RECIPIENT-EXPIRY')],
    seams: reads((body, { ok }) =>
      ok && isToken(body) && Number.isNaN(Number(body.expires_in ?? 0))
        ? { ...body, expires_in: 1_000_000 }
        : undefined,
    ),
  },
  {
    name: 'keeps a token with a lifetime below zero for ever',
    breaks: 'ANSWER-NO-LIFETIME',
    alsoBreaks: [...also('the end that it reports is as wrong', 'RECIPIENT-EXPIRY')],
    seams: reads((body, { ok }) =>
      ok && isToken(body) && Number(body.expires_in) < 0
        ? { ...body, expires_in: 1_000_000 }
        : undefined,
    ),
  },
  {
    name: 'takes the extended lifetime of a token for its lifetime',
    breaks: 'ANSWER-EXTENDED-LIFETIME',
    alsoBreaks: [...also('the end that it reports is as wrong', 'RECIPIENT-EXPIRY')],
    seams: reads((body, { ok }, leg) =>
      ok && leg === 'redemption' && Number(body.ext_expires_in) >= aDay
        ? { ...body, expires_in: body.ext_expires_in }
        : undefined,
    ),
  },
  {
    name: 'reads the first piece of an answer',
    breaks: 'ANSWER-IN-PIECES',
    seams: firstPiece('t1'),
  },
  {
    name: 'reads the first piece of the answer to a redemption',
    breaks: 'ANSWER-IN-PIECES',
    seams: firstPiece('redemption'),
  },
]

/** A body that comes at once has one piece. */
function firstPiece(leg: Leg): Pick<Seams, 'network'> {
  return answers(() => async (exchange) => {
    const answer = await exchange.forward()
    if (exchange.leg !== leg || !answer.body) return answer
    const reader = answer.body.getReader()
    const { value } = await reader.read()
    await reader.cancel()
    return withBody(answer, new TextDecoder().decode(value))
  })
}
