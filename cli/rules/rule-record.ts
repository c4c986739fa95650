import { type EvidenceOf, hasSeverity, isRelaxable, type Rule } from '../../mock-idp/index.ts'
import { areaOf } from './rule-areas.ts'

/** A rule as data, without its functions. */
export function ruleRecord(rule: Rule, evidenceOf: EvidenceOf): Readonly<Record<string, unknown>> {
  const { id, kind, title } = rule
  const base = { id, kind, area: areaOf(rule), title }
  if (rule.kind === 'tool') return base
  const evidence = evidenceOf(rule)
  if (rule.kind === 'promise') return { ...base, evidence }
  if (hasSeverity(rule)) return { ...base, severity: rule.severity, evidence }
  const { error, aadsts, status, assumed = [] } = rule
  const number = aadsts === undefined ? {} : { aadsts }
  return {
    ...base,
    error,
    ...number,
    status,
    evidence,
    answerEvidence: evidenceOf(rule, 'how'),
    assumed,
    relaxable: isRelaxable(rule),
  }
}
