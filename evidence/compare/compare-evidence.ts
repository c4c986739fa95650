import type { EvidenceIndex, EvidenceSet } from '../format.ts'
import { type ComparedScenario, compareScenario, keyOf } from './compare-scenarios.ts'
import type { EvidenceDifference } from './difference.ts'

export const comparisonFormat = 'agentid-comparison/1'

/** The facts about a rule that a comparison needs. */
export type RuleFacts = {
  readonly id: string
  readonly title: string
  readonly kind: 'refusal' | 'promise'
  readonly evidence: string
}

export type FoundDifference = EvidenceDifference & { readonly scenarios: readonly string[] }

export type RuleComparison = RuleFacts & {
  readonly verdict: 'agreement' | 'disagreement' | 'never observed'
  /** Why the rule was never observed. */
  readonly reason: string | undefined
  /** How many scenarios about the rule, and how many of their exchanges, were compared. */
  readonly scenarios: number
  readonly exchanges: number
  readonly differences: readonly FoundDifference[]
  /** Whether every exchange agreed, including preparatory ones, so that the catalogue may adopt the rule. */
  readonly isConfirmed: boolean
  /** Of a refusal: whether the tenant refused each time, maybe with another error, number or status. */
  readonly isRefusalConfirmed: boolean
}

/** A comparison of a tenant's evidence with the mock. */
export type Comparison = {
  readonly format: typeof comparisonFormat
  readonly evidence: Pick<EvidenceIndex, 'day' | 'tool' | 'target'>
  readonly counts: {
    readonly agreement: number
    readonly disagreement: number
    readonly neverObserved: number
  }
  readonly rules: readonly RuleComparison[]
  /** Differences in preparatory requests, which no rule above covers. */
  readonly elsewhere: readonly FoundDifference[]
  readonly notCompared: readonly { readonly scenario: string; readonly reason: string }[]
}

/**
 * Compares a tenant's evidence with the mock, rule by rule.
 * @param onMock the same scenarios on the mock, plus those that the evidence lacks
 */
export function compareEvidence(
  live: EvidenceSet,
  onMock: EvidenceSet,
  catalogue: readonly RuleFacts[],
): Comparison {
  const mockByTitle = new Map(onMock.scenarios.map((scenario) => [scenario.title, scenario]))
  const compared = live.scenarios.map((one) => compareScenario(one, mockByTitle.get(one.title)))
  const observable = new Set(onMock.scenarios.flatMap(({ rules }) => rules))
  const rules = catalogue.map((rule) => compareRule(rule, compared, observable))
  const count = (verdict: RuleComparison['verdict']) =>
    rules.filter((rule) => rule.verdict === verdict).length
  const { day, tool, target } = live.index
  return {
    format: comparisonFormat,
    evidence: { day, tool, target },
    counts: {
      agreement: count('agreement'),
      disagreement: count('disagreement'),
      neverObserved: count('never observed'),
    },
    rules,
    elsewhere: elsewhere(compared, rules),
    notCompared: compared.flatMap(({ title, reason }) =>
      reason === undefined ? [] : [{ scenario: title, reason }],
    ),
  }
}

function compareRule(
  rule: RuleFacts,
  all: readonly ComparedScenario[],
  observable: ReadonlySet<string>,
): RuleComparison {
  const tagged = all.filter(({ rules }) => rules.includes(rule.id))
  const about = tagged.filter(({ compared, ownCompared }) => compared > 0 && ownCompared > 0)
  const isRefusal = rule.kind === 'refusal'
  const differences = found(about, ({ own, ownRefused }) => (isRefusal ? ownRefused : own))
  const wasRefused = about.some(({ refusedUnder }) => refusedUnder.includes(rule.id))
  const isObserved = differences.length > 0 || (about.length > 0 && (!isRefusal || wasRefused))
  const agrees = isObserved && differences.length === 0
  const prepared = tagged.every(({ onTheWay }) => onTheWay.length === 0)
  return {
    ...rule,
    verdict: verdictOf(isObserved, differences.length),
    reason: isObserved ? undefined : whyNever(rule, tagged, about.length > 0, observable),
    scenarios: about.length,
    exchanges: about.reduce((sum, { compared }) => sum + compared, 0),
    differences,
    isConfirmed: agrees && prepared && tagged.every(({ own }) => own.length === 0),
    isRefusalConfirmed: wasRefused && prepared && about.every(({ refusesAlike }) => refusesAlike),
  }
}

function verdictOf(isObserved: boolean, differences: number): RuleComparison['verdict'] {
  if (!isObserved) return 'never observed'
  return differences > 0 ? 'disagreement' : 'agreement'
}

function whyNever(
  { id }: RuleFacts,
  tagged: readonly ComparedScenario[],
  wasKept: boolean,
  observable: ReadonlySet<string>,
): string {
  if (wasKept) return 'only requests that follow the rule were observed'
  const reason = tagged.find((scenario) => scenario.reason !== undefined)?.reason
  if (reason !== undefined) return reason
  if (tagged.length > 0) return 'its scenarios ended before the request they test'
  return observable.has(id)
    ? 'missing from this evidence'
    : 'no scenario can test it on such a target'
}

function found(
  scenarios: readonly ComparedScenario[],
  differencesOf: (scenario: ComparedScenario) => readonly EvidenceDifference[],
): readonly FoundDifference[] {
  const byKey = new Map<string, { readonly one: EvidenceDifference; readonly titles: string[] }>()
  for (const scenario of scenarios) {
    for (const one of differencesOf(scenario)) {
      const known = byKey.get(keyOf(one))
      if (known) known.titles.push(scenario.title)
      else byKey.set(keyOf(one), { one, titles: [scenario.title] })
    }
  }
  return [...byKey.values()].map(({ one, titles }) => ({ ...one, scenarios: titles }))
}

function elsewhere(
  compared: readonly ComparedScenario[],
  rules: readonly RuleComparison[],
): readonly FoundDifference[] {
  const told = new Set(rules.flatMap(({ differences }) => differences.map(keyOf)))
  const all = found(compared, ({ own, onTheWay }) => [...own, ...onTheWay])
  return all.filter((one) => !told.has(keyOf(one)))
}
