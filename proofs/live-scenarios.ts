import { runFeatures } from '../engine/run/run-features.ts'
import type { ScenarioResult } from '../engine/run/scenario-result.ts'
import type { InProcessOptions } from '../engine/targets/in-process.ts'
import { mockAsLiveTarget } from '../engine/targets/mock-as-live.ts'
import { isRelaxable, rules } from '../mock-idp/index.ts'
import { sampleOf } from '../tests/support/exhaustive.ts'
import { liveCredentials } from './live-credentials.ts'
import { noticingChanges } from './noticing-changes.ts'
import { readFeatures } from './read-features.ts'

/** What is about the managed identity of a machine: it counts where no other credential is set. */
const hostedFiles = [
  'features/blueprint/each-credential.feature',
  'features/blueprint/proving-itself-with-a-managed-identity.feature',
  'features/blueprint/tampered-assertions.feature',
  'features/managed-identity/app-service-of-a-blueprint.feature',
  'features/tokens/client-credential.feature',
  'features/tokens/tokens-by-credential.feature',
]

/**
 * Scenarios tagged `@live` that a real tenant could not show, that fail on one like the mock, or
 * that would fail on one without the rules which nobody has seen Microsoft Entra enforce.
 */
export async function liveScenarios(): Promise<readonly string[]> {
  const waivedRules = rules.filter(isRelaxable).map(({ id }) => id)
  const [alike, laxer] = [await judged({}), await judged({ waivedRules })]
  const hosted = await liveCredentials(['managed identity'], hostedFiles)
  const shown = new Set([alike, laxer, hosted].flat().filter(isTestable).map(place))
  const isShown = (one: ScenarioResult) => isTestable(one) || shown.has(place(one))
  return [
    ...alike
      .filter((one) => hasFailed(one) || !isShown(one))
      .map((one) => `${place(one)} is tagged @live, but ${one.reason}`),
    ...laxer
      .filter(hasFailed)
      .map((one) => `${place(one)} depends on an inferred rule: ${one.reason}`),
    ...(await changesOfLiveScenarios()),
  ]
}

/**
 * What scenarios tagged `@live` change at the directory: nothing, not even of a tenant that does not refuse what they
 * expect it to refuse.
 */
async function changesOfLiveScenarios(): Promise<readonly string[]> {
  const features = readFeatures().filter(({ path }) => /directory/.test(path))
  const files = features.map(({ path }) => path)
  const refused = features
    .flatMap(({ scenarios }) => scenarios)
    .filter(({ tags }) => tags.includes('@live'))
    .flatMap(({ refusedUnder }) => refusedUnder)
  const changes: string[] = []
  for (const waived of [undefined, ...sampleOf([...new Set(refused)], 8)]) {
    const waivedRules = waived === undefined ? [] : [waived]
    const intercept = noticingChanges((change) => void changes.push(change))
    const target = await mockAsLiveTarget({ waivedRules, intercept })
    await runFeatures({ target, files, tags: '@live' })
  }
  return changes.map((change) => `a scenario tagged @live changes the directory: ${change}`)
}

function hasFailed({ status }: ScenarioResult): boolean {
  return status === 'failed' || status === 'unusable'
}

function isTestable({ status }: ScenarioResult): boolean {
  return status !== 'not testable'
}

async function judged(provider: InProcessOptions): Promise<readonly ScenarioResult[]> {
  const target = await mockAsLiveTarget(provider)
  const { results } = await runFeatures({ target, tags: '@live' })
  return results
}

function place({ file, line, name }: ScenarioResult): string {
  return `${file}:${line}: '${name}'`
}
