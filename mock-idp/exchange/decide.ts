import { bugOf } from '../answers/bug.ts'
import { errorBody } from '../answers/error-body.ts'
import { Refusal } from '../answers/refusal.ts'
import type { JournalOutcome } from '../journal/journal.ts'
import type { PlainAnswer } from '../sandbox/faults/index.ts'
import type { World } from '../world.ts'
import type { Answer, Endpoint, Exchange } from './endpoint.ts'

/** What an endpoint decided, and how the journal says it. */
export type Decision = { readonly answer: Answer; readonly outcome: JournalOutcome }

/** Asks an endpoint. The only place that catches a refusal and names its rule; whatever else is thrown is a bug. */
export async function decide(
  endpoint: Endpoint,
  exchange: Exchange,
  world: World,
): Promise<Decision> {
  const { kind } = endpoint
  try {
    const answer = await endpoint.decide(exchange, world)
    return { answer, outcome: answer.token ?? { answered: kind } }
  } catch (error) {
    return refuse(
      error instanceof Refusal ? error : bugOf(error, kind === 'graph'),
      endpoint,
      exchange,
    )
  }
}

/** What is answered where the mock itself fails, outside the endpoint or in it. */
export function giveUp(error: unknown, { kind, refuse: own }: Endpoint, exchange: Exchange) {
  const endpoint = kind === 'graph' && own ? { refuse: own } : {}
  return refuse(bugOf(error, kind === 'graph'), endpoint, exchange)
}

function refuse(
  refusal: Refusal,
  { refuse = refuseAsEntra }: Pick<Endpoint, 'refuse'>,
  exchange: Exchange,
): Decision {
  const { id, error, aadsts } = refusal.rule
  const { status, headers, body } = refuse(refusal, exchange)
  return {
    answer: { status, headers: { ...headers, 'x-mock-rule': id }, body },
    outcome: { refused: id, error, aadsts },
  }
}

/** The refusal of any endpoint of Entra that has no form of its own. */
function refuseAsEntra(refusal: Refusal, exchange: Exchange): PlainAnswer {
  return {
    status: refusal.rule.status,
    headers: { 'content-type': 'application/json', 'x-ms-request-id': exchange.traceId },
    body: JSON.stringify(errorBody(refusal, exchange)),
  }
}
