import type { Rule } from '../../mock-idp/index.ts'
import { type Entry, entryLines } from '../terminal/entry.ts'
import type { Page } from '../terminal/page.ts'
import { wrap } from '../terminal/wrap.ts'
import { adviceFor } from './advice.ts'

const column = 'evidence'.length

/** Everything the catalogue and the advice say on one rule. */
export function describeRule(rule: Rule, page: Page): readonly string[] {
  const { colours, width } = page
  const title = wrap(rule.title, width).map(colours.title)
  const facts = [...wireFacts(rule), ...evidenceFacts(rule), ...helpFacts(rule)]
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
  const number = rule.aadsts === undefined ? 'without a number' : `AADSTS${rule.aadsts}`
  return [{ name: 'refusal', text: `${rule.error}, ${number}, HTTP ${rule.status}` }]
}

function evidenceFacts(rule: Rule): readonly Entry[] {
  if (rule.kind === 'tool') return [{ name: 'evidence', text: 'none needed: not about Entra' }]
  const { kind, source } = rule.evidence
  const doubt =
    kind === 'inferred' ? 'Nobody has shown this of Entra. A tenant of the mock can relax it.' : ''
  const evidence = { name: 'evidence', text: `${kind}: ${source}`, aside: doubt || undefined }
  const assumed = rule.kind === 'refusal' ? (rule.assumed ?? []) : []
  if (assumed.length === 0) return [evidence]
  const parts = assumed.map((part) => (part === 'aadsts' ? 'the number' : `the ${part}`))
  return [
    evidence,
    { name: 'assumed', text: `${parts.join(' and ')}: the evidence does not show it` },
  ]
}

function helpFacts({ id }: Rule): readonly Entry[] {
  const advice = adviceFor(id)
  if (advice === undefined) return []
  return [
    { name: 'usually', text: advice.cause },
    { name: 'do', text: advice.todo },
  ]
}
