import { type InProcessOptions, inProcessTarget } from '../engine/targets/in-process.ts'
import { type Rule, rules } from '../mock-idp/index.ts'
import { brokenPromises } from './broken-promises.ts'
import { failureOf } from './failure-of.ts'
import { readFeatures, type ScenarioFacts } from './read-features.ts'

export type MutationScore = {
  readonly killed: number
  readonly total: number
  /** What no scenario noticed. */
  readonly survivors: readonly string[]
}

/**
 * Breaks the mock in one way after another: each refusal waived, each promise broken. The scenarios
 * of that rule must notice; where none does, they prove nothing.
 */
export async function ruleMutation(
  write: (text: string) => void,
  mutated: readonly Rule[] = rules,
): Promise<MutationScore> {
  const scenarios = readFeatures().flatMap((feature) => feature.scenarios)
  const mutants = mutated.flatMap((rule) => mutantOf(rule) ?? [])
  const survivors: string[] = []
  for (const { rule, options } of mutants) {
    const survived = await survives(rule.id, options, scenarios)
    if (survived) survivors.push(`${rule.id} (${rule.title}): ${survived}`)
  }
  const killed = mutants.length - survivors.length
  write(`rule mutation: killed ${killed} of ${mutants.length}\n`)
  for (const survivor of survivors) write(`  survived: ${survivor}\n`)
  return { killed, total: mutants.length, survivors }
}

type Mutant = { readonly rule: Rule; readonly options: InProcessOptions | undefined }

function mutantOf(rule: Rule): Mutant | undefined {
  if (rule.kind === 'refusal') return { rule, options: { waivedRules: [rule.id] } }
  if (rule.kind === 'promise') return { rule, options: brokenPromises[rule.id] }
  return undefined
}

/** Why a mutant lives on; `undefined` where a scenario noticed it. */
async function survives(
  id: string,
  options: InProcessOptions | undefined,
  scenarios: readonly ScenarioFacts[],
): Promise<string | undefined> {
  if (!options) return 'proofs/broken-promises.ts has no break for it'
  const about = scenarios.filter((one) => one.rules.includes(id) && one.tags.includes('@mock'))
  if (about.length === 0) return 'no scenario is about it'
  const files = [...new Set(about.map(({ path }) => path))]
  const failure = await failureOf(() => inProcessTarget(options), files, `@mock and @rule:${id}`)
  return failure === undefined ? 'no scenario failed' : undefined
}
