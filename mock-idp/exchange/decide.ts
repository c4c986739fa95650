import { errorBody } from '../answers/error-body.ts'
import { Refusal } from '../answers/refusal.ts'
import type { JournalOutcome } from '../journal/journal.ts'
import type { PlainAnswer } from '../sandbox/faults/index.ts'
import type { World } from '../world.ts'
import type { Answer, Endpoint, Exchange } from './endpoint.ts'

/** What an endpoint decided, and how the journal says it. */
export type Decision = { readonly answer: Answer; readonly outcome: JournalOutcome }

/** Asks an endpoint. The only place that catches a refusal and names its rule. */
export async function decide(
  endpoint: Endpoint,
  exchange: Exchange,
  world: World,
): Promise<Decision> {
  const { kind, refuse = refuseAsEntra } = endpoint
  try {
    const answer = await endpoint.decide(exchange, world)
    return { answer, outcome: answer.token ?? { answered: kind } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { id, error: name, aadsts } = error.rule
    const { status, headers, body } = refuse(error, exchange)
    return {
      answer: { status, headers: { ...headers, 'x-mock-rule': id }, body },
      outcome: { refused: id, error: name, aadsts },
    }
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
