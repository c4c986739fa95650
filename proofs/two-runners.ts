import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Envelope } from '@cucumber/messages'
import { packageRoot } from '../engine/package-root.ts'
import { type ConformanceOptions, referenceClient, runConformance } from '../engine/run/index.ts'
import { outcomeOf } from '../engine/run/verdict.ts'
import { type Outcomes, outcomesIn } from './outcomes-in-messages.ts'

type Profile = {
  readonly name: string
  /** The same run for `runConformance`. */
  readonly options: Pick<ConformanceOptions, 'target' | 'client' | 'openClient'>
}

const profiles: readonly Profile[] = [
  { name: 'default', options: { target: 'in-process' } },
  { name: 'server', options: { target: 'server' } },
  { name: 'client', options: { target: 'in-process', client: referenceClient } },
]

const bin = join(packageRoot, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js')

/**
 * Runs files by every profile of `cucumber.json` and by a conformance run, and tells what ends differently, and what does
 * not hold: the mock and the reference client are without a fault.
 */
export async function* twoRunners(files: readonly string[]) {
  for (const { name, options } of profiles) {
    const ours = await byConformance(options, files)
    const theirs = await byCucumber(['--profile', name, ...files])
    yield {
      profile: name,
      scenarios: ours.size,
      problems: [...differences(ours, theirs), ...failures(ours)],
    }
  }
}

export function differences(ours: Outcomes, theirs: Outcomes): readonly string[] {
  const places = [...new Set([...ours.keys(), ...theirs.keys()])]
  const told = places.flatMap((place) => {
    const [one = 'not run', other = 'not run'] = [ours.get(place), theirs.get(place)]
    return one === other ? [] : [`${place}: ${one} by agentid conformance, ${other} by cucumber-js`]
  })
  return ours.size === 0 ? ['no scenario was run', ...told] : told
}

export function failures(ours: Outcomes): readonly string[] {
  return [...ours].flatMap(([place, outcome]) => (outcome === 'failed' ? [`${place}: failed`] : []))
}

async function byConformance(
  options: Profile['options'],
  files: readonly string[],
): Promise<Outcomes> {
  const run = {
    ...options,
    files,
    write: () => {},
    isTty: false,
  }
  const { scenarios } = await runConformance(run)
  return new Map(
    scenarios.map((result) => {
      const { kind } = outcomeOf(result, options)
      const isBad = kind === 'failed' || kind === 'unusable'
      const isGood = kind === 'passed' || kind === 'failed as expected'
      const outcome = isBad ? 'failed' : 'not testable'
      return [`${result.file}:${result.line}`, isGood ? 'passed' : outcome]
    }),
  )
}

/** What cucumber-js itself makes of the scenarios, read from its messages. */
export async function byCucumber(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Outcomes> {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-runners-'))
  try {
    const file = join(folder, 'messages.ndjson')
    const run = spawn(process.execPath, [bin, '--format', `message:"${file}"`, ...args], {
      cwd: packageRoot,
      env,
      stdio: 'ignore',
    })
    await once(run, 'exit')
    const lines = (await readFile(file, 'utf8')).trim().split('\n')
    return outcomesIn(lines.map((line) => JSON.parse(line) as Envelope))
  } finally {
    await rm(folder, { recursive: true })
  }
}
