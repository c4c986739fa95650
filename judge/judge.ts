import { findRule } from '../mock-idp/index.ts'
import type { Finding } from './finding.ts'
import { invariants } from './invariants/index.ts'
import type { Breach } from './invariants/invariant.ts'
import { clientOf } from './request.ts'
import type { Trail } from './trail.ts'

/** Checks the requests of a client against the rules for every request. */
export function judge(trail: Trail): readonly Finding[] {
  return invariants.flatMap(({ check, breaches }) =>
    breaches(trail).map((breach) => toFinding(check, breach)),
  )
}

function toFinding(check: string, { message, expected, actual, request }: Breach): Finding {
  const rule = findRule(check)
  if (rule?.kind !== 'client') throw new TypeError(`the catalogue has no client rule ${check}`)
  return {
    check,
    severity: rule.severity,
    message,
    expected,
    actual,
    request: request?.sequence,
    clientId: request && clientOf(request),
  }
}
