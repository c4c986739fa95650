import type { Context } from 'hono'
import { Refusal } from '../answers/refusal.ts'
import { isGuid } from '../directory/guid.ts'
import type { MetFault } from '../faults/index.ts'
import type { Endpoint, JournalOutcome } from '../journal/journal.ts'
import { recordAnswer } from '../journal/record-answer.ts'
import type { Recorder } from '../journal/recorder.ts'
import { refusedOutside } from '../routes/unknown-path.ts'
import { type Form, isUrlEncoded, parseUrlEncoded } from '../token-endpoint/parse-form.ts'
import type { World } from '../world.ts'
import { correlationIdOf } from './correlation-id.ts'
import { readLimitedBody } from './read-limited-body.ts'

type Handler = (context: Context) => Response | Promise<Response>
type Kind = Exclude<Endpoint, 'token' | 'managedIdentity'>
type Parts = { readonly world: World; readonly record: Recorder }

const faultKey = 'metFault'

/** Tells the journal that the answer to this request was changed or replaced. */
export function tellFault(context: Context, fault: MetFault): void {
  context.set(faultKey, fault)
}

/** A handler whose requests are journalled, and whose refusals are answered like those of the token endpoint. */
export function journalled(kind: Kind, handler: Handler, { world, record }: Parts) {
  return async (context: Context): Promise<Response> => {
    const traceId = world.random.guid()
    const asked = correlationIdOf(context.req) ?? ''
    const ids = { traceId, correlationId: isGuid(asked) ? asked : traceId }
    const tenant = world.directory.findTenant(tenantNameIn(kind, context))
    const atMs = tenant ? world.facilitiesOf(tenant.id).clock.nowMs() : world.realNowMs()
    const form = await formOf(kind, context)
    const { response, ...answer } = await answerOf(kind, handler, context, world, ids)
    const fault = context.get(faultKey) as MetFault | undefined
    const { status: httpStatus } = response
    const seen = { kind, atMs, ...ids, ...answer, httpStatus, fault, world, tenant, form }
    record(kind === 'unknown' ? undefined : tenant?.id, recordAnswer(context.req, seen))
    return response
  }
}

type Answer = {
  readonly response: Response
  readonly outcome: JournalOutcome
  readonly rulesLookedAt: readonly string[]
}

async function answerOf(
  kind: Kind,
  handler: Handler,
  context: Context,
  world: World,
  ids: { readonly traceId: string; readonly correlationId: string },
): Promise<Answer> {
  try {
    const response = await handler(context)
    return { response, outcome: { answered: kind }, rulesLookedAt: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { id, error: name, aadsts } = error.rule
    const response = refusedOutside(error, context, world, ids)
    return { response, outcome: { refused: id, error: name, aadsts }, rulesLookedAt: [id] }
  }
}

/** The tenant that a request names: in its path, or in the authority that instance discovery is asked about. */
export function tenantNameIn(kind: Kind, { req }: Context): string {
  if (kind !== 'instance') return req.path.split('/')[1] ?? ''
  const authority = req.query('authorization_endpoint') ?? ''
  return URL.canParse(authority) ? (new URL(authority).pathname.split('/')[1] ?? '') : ''
}

/** A token request that went to a wrong path is known by its form. */
async function formOf(kind: Kind, { req }: Context): Promise<Form> {
  const isToken = kind === 'unknown' && isUrlEncoded(req.header('content-type') ?? '')
  return parseUrlEncoded(isToken ? ((await readLimitedBody(req.raw)) ?? '') : '')
}
