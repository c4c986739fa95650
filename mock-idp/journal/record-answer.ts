import type { HonoRequest } from 'hono'
import type { Tenant } from '../directory/tenant.ts'
import {
  describeSeen,
  hideIn,
  presentedCredentials,
  seeRequest,
  shownClientId,
} from '../exchange/seen-request.ts'
import type { MetFault } from '../faults/index.ts'
import { parseBasic } from '../token-endpoint/parse-basic.ts'
import type { Form } from '../token-endpoint/parse-form.ts'
import type { World } from '../world.ts'
import type { Endpoint, JournalOutcome, JournalRecord } from './journal.ts'
import { secretsKnownTo } from './known-secrets.ts'
import { hideSecrets, maskAll, maskNames } from './masking.ts'

type Recorded = {
  readonly kind: Endpoint
  readonly httpStatus: number
  readonly outcome: JournalOutcome
  readonly rulesLookedAt: readonly string[]
  readonly fault: MetFault | undefined
  readonly traceId: string
  readonly correlationId: string
  readonly world: World
  readonly tenant: Tenant | undefined
  readonly form: Form
  readonly atMs: number
}

/** A request that asked for a document, or went to no endpoint at all, as a journal keeps it. */
export function recordAnswer(req: HonoRequest, recorded: Recorded): JournalRecord {
  const { kind, world, tenant, form, fault, httpStatus, outcome, ...answer } = recorded
  const about = describeSeen(kind, seeRequest(req))
  const parameters = maskAll(form.parameters)
  const basic = parseBasic(req.header('authorization'))
  const basicClientId = shownClientId(basic)
  const credentials = presentedCredentials(form, basic)
  const { repeated } = form
  const { atMs, traceId, correlationId, rulesLookedAt } = answer
  return () => {
    const secrets = secretsKnownTo(tenant, world)
    return {
      ...about(secrets),
      tenantId: tenant?.id,
      time: new Date(atMs).toISOString(),
      httpStatus,
      traceId,
      correlationId,
      parameters: hideIn(parameters, secrets),
      repeatedParameters: maskNames(repeated),
      credentials,
      basicClientId: basicClientId && hideSecrets(basicClientId, secrets),
      assertion: undefined,
      stage: 'answered' in outcome ? 'answered' : 'request',
      rulesLookedAt,
      outcome:
        fault?.replacedBy === undefined
          ? outcome
          : { fault: fault.replacedBy, description: fault.description },
      expiresIn: undefined,
      ...(fault && { fault: fault.description }),
    }
  }
}
