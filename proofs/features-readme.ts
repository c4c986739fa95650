import {
  describeObservation,
  type Evidence,
  evidenceKinds,
  hasSeverity,
  isSameEvidence,
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
  ['api', 'Whom an API lets in'],
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
    `Evidence says how a rule is known. Of a refusal, the first piece says *that* the request is refused and the second *how*; if there is one piece, it says both. What a live tenant confirmed on the day named counts for ${observedForDays} days.`,
    kindsOfEvidence(),
  ]
  return `${[...intro, ...sections].join('\n\n')}\n`
}

function kindsOfEvidence(): string {
  return Object.entries(evidenceKinds)
    .map(([kind, { meaning, isStrong }]) => {
      const weak = isStrong ? '' : ' On a live tenant, a difference is an observation.'
      return `- \`${kind}\`: ${meaning}${weak}`
    })
    .join('\n')
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
  const told = ({ kind, source }: Evidence) => `${kind}: ${source}`
  const observation = observationOf(rule, observed)
  const evidence = `${told(rule.evidence)}${observation}`
  if (hasSeverity(rule)) return [`${rule.severity}. ${evidence}`, '']
  if (rule.kind === 'promise') return [evidence, '']
  const code = rule.aadsts === undefined ? [] : [`AADSTS${rule.aadsts}`]
  const known = isSameEvidence(rule)
    ? [evidence]
    : [told(rule.evidence), `How: ${told(rule.answerEvidence)}${observation}`]
  const assumed = rule.assumed ? [`Not shown by the evidence: ${rule.assumed.join(', ')}`] : []
  const refusal = [`HTTP ${rule.status}`, `\`${rule.error}\``, ...code].join(', ')
  return [`${[refusal, ...known, ...assumed].join('. ')}`, '']
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
