import { Refusal } from '../answers/refusal.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { Answer, Endpoint, Exchange } from '../exchange/endpoint.ts'
import { homeTenant } from '../home-tenant/index.ts'
import type { EndpointName } from '../journal/journal.ts'
import type { PlainAnswer } from '../sandbox/faults/index.ts'
import type { World } from '../world.ts'
import { answerPage } from './answer-page.ts'
import { errorPage } from './error-page.ts'

/** A refusal that is answered in a way of its own: with a page, or back at the client. */
export class AnsweredRefusal extends Refusal {
  readonly answer: PlainAnswer

  constructor({ rule, prose, claims }: Refusal, answer: PlainAnswer) {
    super(rule, prose, claims)
    this.answer = answer
  }
}

/** An endpoint for browsers: what it refuses is said on a page, unless it throws an {@link AnsweredRefusal}. */
export function pageEndpoint(
  kind: EndpointName,
  decide: (exchange: Exchange, world: World) => Answer | Promise<Answer>,
  findTenant: Endpoint['findTenant'] = homeTenant,
): Endpoint {
  return {
    kind,
    reads: 'form',
    viewer: 'sts',
    findTenant,
    decide: async (exchange, world) => {
      try {
        return await decide(exchange, world)
      } catch (error) {
        if (!(error instanceof Refusal) || error instanceof AnsweredRefusal) throw error
        throw new AnsweredRefusal(error, await answerErrorPage(error, exchange, world))
      }
    },
    refuse: answerOf,
  }
}

/** The error page with the status of the rule. */
export function answerErrorPage(
  refusal: Refusal,
  exchange: Exchange & { readonly tenant: Tenant | undefined },
  { platform }: Pick<World, 'platform'>,
): Promise<Answer> {
  const page = errorPage(refusal, exchange, exchange.tenant?.displayName ?? 'No tenant')
  return answerPage(page, { status: refusal.rule.status }, platform)
}

function answerOf(refusal: Refusal): PlainAnswer {
  if (refusal instanceof AnsweredRefusal) return refusal.answer
  throw new TypeError('a refusal without an answer')
}
