import { type Examination, enforce } from '../answers/enforce.ts'
import { Refusal } from '../answers/refusal.ts'
import { findResource } from '../directory/tenant.ts'
import { managedIdentityResourceIsKnown } from '../rules/managed-identity.ts'
import type { RefusalRule } from '../rules/rule.ts'
import type { World } from '../world.ts'
import type { AnswerShape, DecidedAnswer, ManagedIdentityDecision } from './answers.ts'
import type { Call, ManagedIdentityRequest } from './call.ts'
import { issueToken } from './issue-token.ts'

/** What both endpoints do: hold the call against the rules, find the resource, issue a token. */
export async function answerCall(
  request: ManagedIdentityRequest,
  call: Call,
  world: World,
  shape: AnswerShape,
  rules: readonly RefusalRule<Call>[],
): Promise<DecidedAnswer> {
  const traceId = world.random.guid()
  const examination: Examination = {
    lookedAt: [],
    isRelaxed: (id) =>
      world.waivedRules.has(id) || (call.found?.tenant.relaxedRules.has(id) ?? false),
  }
  const decide = (outcome: ManagedIdentityDecision['outcome']) => {
    const tenantId = call.asked?.id
    const atMs =
      tenantId === undefined ? world.realNowMs() : world.facilitiesOf(tenantId).clock.nowMs()
    return { tenantId, atMs, traceId, rulesLookedAt: examination.lookedAt, outcome }
  }
  try {
    enforce(rules, call, examination)
    const order = { ...identityAndTarget(call, examination), origin: request.origin, traceId }
    const token = await issueToken(order, world)
    const decision = decide({ issued: 'managed-identity', claims: token.claims })
    return { ...shape.issued(token), decision }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { id, error: name, aadsts } = error.rule
    return { ...shape.refused(error), decision: decide({ refused: id, error: name, aadsts }) }
  }
}

function identityAndTarget({ found, resource: named = '' }: Call, examination: Examination) {
  if (!found) throw new TypeError('no managed identity')
  const { tenant, identity } = found
  const resource = findResource(tenant, named)
  enforce(
    [managedIdentityResourceIsKnown],
    {
      resourceName: named,
      tenantName: tenant.displayName,
      resourceFound: resource !== undefined,
    },
    examination,
  )
  if (!resource) throw new TypeError(`no resource '${named}'`)
  return { tenant, identity, target: { resource, requestedAs: named } }
}
