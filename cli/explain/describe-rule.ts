import {
  type CurrentEvidence,
  type Evidence,
  type EvidenceOf,
  hasSeverity,
  isGraphRule,
  isRelaxable,
  isStrong,
  observedForDays,
  type RefusalRule,
  type Rule,
} from '../../mock-idp/index.ts'
import { type Entry, entryLines } from '../terminal/entry.ts'
import type { Page } from '../terminal/page.ts'
import { wrap } from '../terminal/wrap.ts'
import { adviceFor } from './advice.ts'

const column = 'evidence'.length

/** Everything the catalogue and the advice say on one rule. */
export function describeRule(rule: Rule, page: Page, evidenceOf: EvidenceOf): readonly string[] {
  const { colours, width } = page
  const title = wrap(rule.title, width).map(colours.title)
  return [
    colours.name(rule.id),
    ...title,
    ...factsOf(rule, evidenceOf).flatMap((fact) => entryLines(fact, page, column)),
  ]
}

/** How a rule shows on the wire, how it is known, and what to do about it. */
export function factsOf(rule: Rule, evidenceOf: EvidenceOf): readonly Entry[] {
  return [...wireFacts(rule), ...evidenceFacts(rule, evidenceOf), ...helpFacts(rule)]
}

function wireFacts(rule: Rule): readonly Entry[] {
  if (hasSeverity(rule)) {
    const what = rule.kind === 'client' ? 'what a client sends' : 'what an API answers'
    return [{ name: 'judges', text: `${what}; ${rule.severity}` }]
  }
  if (rule.kind === 'promise') {
    return [{ name: 'judges', text: 'what an identity provider answers when it does not refuse' }]
  }
  if (rule.kind === 'tool') return [{ name: 'judges', text: 'this test tool itself' }]
  const where = isGraphRule(rule) ? 'of Microsoft Graph' : 'without a number'
  const number = rule.aadsts === undefined ? where : `AADSTS${rule.aadsts}`
  return [{ name: 'refusal', text: `${rule.error}, ${number}, HTTP ${rule.status}` }]
}

function evidenceFacts(rule: Rule, evidenceOf: EvidenceOf): readonly Entry[] {
  if (rule.kind === 'tool') return [{ name: 'evidence', text: 'none needed: not about Entra' }]
  const that = evidenceOf(rule)
  const known = { name: 'evidence', text: told(that), aside: doubtOf(rule, that) }
  if (rule.kind !== 'refusal') return [known]
  const how = evidenceOf(rule, 'how')
  if (told(that) === told(how)) return [known, ...assumedFacts(rule, how)]
  return [
    { ...known, text: `that it is refused: ${known.text}` },
    { name: 'answer', text: told(how), aside: doubtOfAnswer(how) },
    ...assumedFacts(rule, how),
  ]
}

const told = ({ kind, source }: Evidence) => `${kind}: ${source}`

function assumedFacts({ assumed = [] }: RefusalRule<never>, how: Evidence): readonly Entry[] {
  if (assumed.length === 0 || how.kind === 'observed') return []
  const parts = assumed.map((part) => (part === 'aadsts' ? 'the number' : `the ${part}`))
  return [{ name: 'assumed', text: `${parts.join(' and ')}: the evidence does not show it` }]
}

function doubtOf(rule: Rule, { staleSince, ...evidence }: CurrentEvidence): string | undefined {
  const open =
    rule.kind === 'refusal'
      ? 'No strong evidence that Entra refuses it.'
      : 'No strong evidence from Entra.'
  const relax = isRelaxable(rule) ? ' You can relax it for a tenant of the mock.' : ''
  const doubts = [
    ...(staleSince === undefined ? [] : [staleDoubt(staleSince)]),
    ...(isStrong(evidence) ? [] : [`${open}${relax}`]),
  ]
  return doubts.length === 0 ? undefined : doubts.join(' ')
}

function doubtOfAnswer(how: Evidence): string | undefined {
  if (isStrong(how)) return undefined
  return 'No strong evidence of the answer. A live tenant may refuse in another way.'
}

function staleDoubt(day: string): string {
  return `Stale: a live tenant last confirmed it on ${day}, more than ${observedForDays} days ago.`
}

function helpFacts({ id }: Rule): readonly Entry[] {
  const advice = adviceFor(id)
  if (advice === undefined) return []
  return [
    { name: 'usually', text: advice.cause },
    { name: 'do', text: advice.todo },
  ]
}
