import {
  describeObservation,
  latestOf,
  type Observation,
  observations,
  observedForDays,
  type Rule,
  rules,
} from '../mock-idp/index.ts'
import { type FeatureFile, readFeatures, type ScenarioFacts } from './read-features.ts'

const kinds = [
  ['refusal', 'What is refused'],
  ['promise', 'What is promised'],
  ['client', 'What a client does'],
  ['tool', 'What this tool promises of itself'],
] as const

/** `features/README.md`: each rule, its evidence and its scenarios. Generated, so never edited. */
export function featuresReadme(
  features: readonly FeatureFile[] = readFeatures(),
  catalogue: readonly Rule[] = rules,
  observed: readonly Observation[] = observations,
): string {
  const scenarios = features.flatMap((feature) => feature.scenarios)
  const sections = kinds.flatMap(([kind, title]) => {
    const members = catalogue.filter((rule) => rule.kind === kind)
    return [`## ${title}`, ...members.map((rule) => describeRule(rule, scenarios, observed))]
  })
  const intro = [
    '# Rules and scenarios',
    'Generated from the catalogue in `mock-idp/rules/` and the features; do not edit.',
    `${catalogue.length} rules, ${scenarios.length} scenarios.`,
    `Evidence says how a rule is known: \`documented\`, \`observed\` (a live tenant kept it on the day named, which counts for ${observedForDays} days), \`captured\` (a public capture of a real tenant), \`library\` (source of a Microsoft client), \`third-party\`, or \`inferred\` (nobody has shown that Microsoft Entra does this; on a live tenant a difference is an observation).`,
  ]
  return `${[...intro, ...sections].join('\n\n')}\n`
}

function describeRule(
  rule: Rule,
  scenarios: readonly ScenarioFacts[],
  observed: readonly Observation[],
): string {
  const about = scenarios.filter(({ rules: ids }) => ids.includes(rule.id))
  const lines = [
    `### ${rule.id}: ${rule.title}`,
    '',
    ...facts(rule, observed),
    ...(about.length > 0 ? about.map(describeScenario(rule)) : ['- no scenario yet']),
  ]
  return lines.join('\n')
}

function facts(rule: Rule, observed: readonly Observation[]): readonly string[] {
  if (rule.kind === 'tool') return []
  const evidence = `${rule.evidence.kind}: ${rule.evidence.source}${observationOf(rule, observed)}`
  if (rule.kind === 'client') return [`${rule.severity}. ${evidence}`, '']
  if (rule.kind === 'promise') return [evidence, '']
  const code = rule.aadsts === undefined ? [] : [`AADSTS${rule.aadsts}`]
  const assumed = rule.assumed ? [`not shown by the evidence: ${rule.assumed.join(', ')}`] : []
  const refusal = [`HTTP ${rule.status}`, `\`${rule.error}\``, ...code].join(', ')
  return [`${[refusal, evidence, ...assumed].join('. ')}`, '']
}

/** By its day: whether it still counts depends on when this is read. */
function observationOf({ id }: Rule, observed: readonly Observation[]): string {
  const observation = latestOf(id, observed)
  return observation ? `; observed: ${describeObservation(observation)}` : ''
}

function describeScenario({ id }: Rule) {
  return ({ name, path, refusedUnder, tags }: ScenarioFacts): string => {
    const link = `[${name}](${path.replace(/^features\//, '')})`
    const marks = [
      ...(refusedUnder.includes(id) ? ['breaks it'] : []),
      ...(tags.includes('@live') ? ['live'] : []),
    ]
    return `- ${link}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
  }
}
