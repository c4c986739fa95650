import {
  type EvidenceKind,
  type EvidenceOf,
  isGraphRule,
  observedForDays,
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
  const facts = [...wireFacts(rule), ...evidenceFacts(rule, evidenceOf), ...helpFacts(rule)]
  return [
    colours.name(rule.id),
    ...title,
    ...facts.flatMap((fact) => entryLines(fact, page, column)),
  ]
}

function wireFacts(rule: Rule): readonly Entry[] {
  if (rule.kind === 'client') {
    return [{ name: 'judges', text: `what a client sends; ${rule.severity}` }]
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
  const { kind, source, staleSince } = evidenceOf(rule)
  const evidence = {
    name: 'evidence',
    text: `${kind}: ${source}`,
    aside: doubtOf(kind, staleSince),
  }
  const assumed = rule.kind === 'refusal' ? (rule.assumed ?? []) : []
  if (assumed.length === 0) return [evidence]
  const parts = assumed.map((part) => (part === 'aadsts' ? 'the number' : `the ${part}`))
  return [
    evidence,
    { name: 'assumed', text: `${parts.join(' and ')}: the evidence does not show it` },
  ]
}

function doubtOf(kind: EvidenceKind, staleSince: string | undefined): string | undefined {
  const doubts = [
    ...(staleSince === undefined
      ? []
      : [
          `Stale: a live tenant last confirmed it on ${staleSince}, more than ${observedForDays} days ago.`,
        ]),
    ...(kind === 'inferred'
      ? ['No evidence from Entra. You can relax it for a tenant of the mock.']
      : []),
  ]
  return doubts.length === 0 ? undefined : doubts.join(' ')
}

function helpFacts({ id }: Rule): readonly Entry[] {
  const advice = adviceFor(id)
  if (advice === undefined) return []
  return [
    { name: 'usually', text: advice.cause },
    { name: 'do', text: advice.todo },
  ]
}
