import type { Comparison, FoundDifference, RuleComparison } from './compare-evidence.ts'

export type TextForm = 'plain' | 'markdown'

/** Formats a comparison for people: differences, then agreements, then rules never observed. */
export function describeComparison(
  { evidence, rules, counts, elsewhere, notCompared }: Comparison,
  form: TextForm = 'plain',
): readonly string[] {
  const { target, day } = evidence
  const where = target.authority === 'private' ? '' : ` at ${target.authority}`
  const of = (verdict: RuleComparison['verdict']) =>
    rules.filter((rule) => rule.verdict === verdict)
  const title = (text: string) => (form === 'markdown' ? `## ${text}\n` : `${text}:`)
  const section = (text: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title(text), ...lines, '']
  return [
    `Evidence of ${day}, target ${target.kind}${where}, compared with the mock.`,
    '',
    ...section(
      'Disagreement',
      of('disagreement').flatMap((rule) => disagreement(rule, form)),
    ),
    ...section(
      'Differences in preparatory requests, which no rule above covers',
      elsewhere.flatMap((one) => difference(one, form)),
    ),
    ...section('Agreement', of('agreement').map(agreement(form))),
    ...section('Never observed', neverObserved(of('never observed'), form)),
    ...section(
      'Not compared',
      notCompared.map(({ scenario, reason }) => item(`${scenario}: ${reason}`, form)),
    ),
    `${counts.agreement} agree, ${counts.disagreement} disagree, ${counts.neverObserved} never observed`,
  ]
}

function item(text: string, form: TextForm): string {
  return form === 'markdown' ? `- ${text}` : `  ${text}`
}

function disagreement(rule: RuleComparison, form: TextForm): readonly string[] {
  const { id, title, evidence, differences, isRefusalConfirmed } = rule
  const how = isRefusalConfirmed ? '; refused, in another way' : ''
  return [
    item(`${id}  ${title} (${evidence}${how})`, form),
    ...differences.flatMap((one) => difference(one, form)),
  ]
}

function difference(found: FoundDifference, form: TextForm): readonly string[] {
  const { kind, where, live, mock, scenarios } = found
  const [first = '', ...more] = scenarios
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  const code = (text: string) => (form === 'markdown' ? `\`${text}\`` : text)
  const name = where === '' ? '' : ` ${code(where)}`
  const lines = [
    `${kind}${name}: ${code(live)}, on the mock ${code(mock)}`,
    `in '${first}'${others}`,
  ]
  if (form === 'markdown') return [`  - ${lines.join(', ')}`]
  return lines.map((line, index) => `${index === 0 ? '    ' : '      '}${line}`)
}

function agreement(form: TextForm) {
  return ({ id, title, evidence, isConfirmed, exchanges }: RuleComparison): string => {
    const doubt = isConfirmed ? '' : '; not confirmed, because a preparatory request differs'
    const count = `${exchanges} exchange${exchanges === 1 ? '' : 's'}`
    return item(`${id}  ${title} (${evidence}; ${count}${doubt})`, form)
  }
}

/** By reason: most rules share one. */
function neverObserved(rules: readonly RuleComparison[], form: TextForm): readonly string[] {
  const reasons = [...new Set(rules.map(({ reason = '' }) => reason))]
  return reasons.flatMap((reason) => {
    const ids = rules.filter((rule) => rule.reason === reason).map(({ id }) => id)
    return [item(`${reason}: ${ids.join(', ')}`, form)]
  })
}
