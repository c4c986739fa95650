import { runFeatures } from '../engine/run/run-features.ts'
import type { Target } from '../engine/targets/target.ts'

/** The name of a scenario that fails on a target: one is enough. Undefined: none does. */
export async function failureOf(
  open: () => Promise<Target>,
  files: readonly string[],
  tags: string,
): Promise<string | undefined> {
  const first = await run(open, { files, tags, stopsAtFailure: true })
  // Cucumber stops at one that cannot be used as well, which shows nothing of the others.
  const isIncomplete = first.some(({ status }) => status === 'unusable')
  const all = isIncomplete ? await run(open, { files, tags }) : first
  return [...first, ...all].find(({ status }) => status === 'failed')?.name
}

async function run(
  open: () => Promise<Target>,
  what: Pick<Parameters<typeof runFeatures>[0], 'files' | 'tags' | 'stopsAtFailure'>,
) {
  const target = await open()
  const { results } = await runFeatures({ target, ...what })
  await target.close()
  return results
}
