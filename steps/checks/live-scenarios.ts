import type { Variables } from '../cast/live-directory.ts'
import { liveDirectory } from '../cast/live-directory.ts'
import { runFeatures } from '../run/run-features.ts'
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

/** Scenarios tagged `@live` that a real tenant could not show, or that fail on one like the mock. */
export async function liveScenarios(): Promise<readonly string[]> {
  const target = await mockAsLiveTarget()
  const { results } = await runFeatures({ target, tags: '@live' })
  return results
    .filter(({ status }) => status !== 'passed')
    .map(
      ({ file, line, name, reason }) => `${file}:${line}: '${name}' is tagged @live, but ${reason}`,
    )
}
