import { exchangeChecks } from './oddities/exchange.ts'
import { formChecks } from './oddities/form.ts'
import type { Check, Oddity } from './oddities/oddity.ts'
import { signatureChecks } from './oddities/signature.ts'
import { subjectChecks } from './oddities/subject.ts'
import { validityChecks } from './oddities/validity.ts'
import type { Token } from './token.ts'

export type { Oddity } from './oddities/oddity.ts'

const checks: readonly Check[] = [
  ...validityChecks,
  ...signatureChecks,
  ...exchangeChecks,
  ...subjectChecks,
  ...formChecks,
]

/** What is odd about a token at a given time, and what to do. Nothing odd is no proof of anything. */
export function findOddities(token: Token, nowMs: number): readonly Oddity[] {
  return checks.flatMap((check) => check(token, nowMs) ?? [])
}
