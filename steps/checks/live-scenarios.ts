import { isRelaxable, rules } from '../../mock-idp/index.ts'
import type { Variables } from '../cast/live-directory.ts'
import { liveDirectory } from '../cast/live-directory.ts'
import { runFeatures } from '../run/run-features.ts'
import type { ScenarioResult } from '../run/scenario-result.ts'
import { type InProcessOptions, inProcessTarget } from '../targets/in-process.ts'
import type { Target } from '../targets/target.ts'

/** A mock that is known by its variables alone, as a real tenant is. */
export async function mockAsLiveTarget(options: InProcessOptions = {}): Promise<Target> {
  const { request, authorityHost, prepare, close } = await inProcessTarget(options)
  const answer = await request('/_mock/tenants', { method: 'POST' })
  const { env } = (await answer.json()) as { readonly env: Variables }
  const openDirectory = () => liveDirectory(env, authorityHost)
  return { kind: 'live', authorityHost, request, openDirectory, prepare, close }
}

/**
 * Scenarios tagged `@live` that a real tenant could not show, that fail on one like the mock, or
 * that would fail on one without the rules which nobody has seen Microsoft Entra enforce.
 */
export async function liveScenarios(): Promise<readonly string[]> {
  const waivedRules = rules.filter(isRelaxable).map(({ id }) => id)
  const [alike, laxer] = [await judged({}), await judged({ waivedRules })]
  return [
    ...alike.map((one) => `${place(one)} is tagged @live, but ${one.reason}`),
    ...laxer.map((one) => `${place(one)} depends on an inferred rule: ${one.reason}`),
  ]
}

async function judged(provider: InProcessOptions): Promise<readonly ScenarioResult[]> {
  const target = await mockAsLiveTarget(provider)
  const { results } = await runFeatures({ target, tags: '@live' })
  return results.filter(({ status }) => status !== 'passed')
}

function place({ file, line, name }: ScenarioResult): string {
  return `${file}:${line}: '${name}'`
}
