import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTarget } from '../../engine/targets/index.ts'
import type { Target } from '../../engine/targets/target.ts'
import type { BrokenApi } from './broken-api.ts'
import { rulesBrokenBy } from './judge-api.ts'
import { writeBrokenApi } from './write-broken-api.ts'

/** How many broken APIs are noticed by each rule that they break, and how many by no other. */
export type CatchScore = {
  readonly caught: number
  readonly total: number
  /** Of those that met every scenario: those that failed under these rules and no other. */
  readonly exact: number
  readonly whole: number
  readonly misses: readonly string[]
}

/** Every which broken API meets every scenario. The others meet those of the rules that they break. */
export type Sampling = { readonly everyNth: number }

/** Judges one API after another, each in a tenant of its own. */
export async function catchBrokenApis(
  apis: readonly BrokenApi[],
  { everyNth }: Sampling,
): Promise<CatchScore> {
  const verdicts: VerdictOnOne[] = []
  await withTarget(async (target) => {
    for (const [at, api] of apis.entries()) {
      const meetsAll = (at + 1) % everyNth === 0
      const failed = await judge(api, target, meetsAll)
      const missed = api.breaks.filter((id) => !failed.includes(id))
      const others = failed.filter((id) => !api.breaks.includes(id))
      verdicts.push({ name: api.name, meetsAll, missed, others })
    }
  })
  const whole = verdicts.filter(({ meetsAll }) => meetsAll)
  return {
    caught: verdicts.filter(({ missed }) => missed.length === 0).length,
    total: verdicts.length,
    exact: whole.filter(({ missed, others }) => missed.length + others.length === 0).length,
    whole: whole.length,
    misses: verdicts.flatMap(missesOf),
  }
}

type VerdictOnOne = {
  readonly name: string
  readonly meetsAll: boolean
  /** Rules that it breaks and under which nothing failed, and rules under which something failed besides. */
  readonly missed: readonly string[]
  readonly others: readonly string[]
}

function missesOf({ name, missed, others }: VerdictOnOne): readonly string[] {
  const told: string[] = []
  if (missed.length > 0) told.push(`no scenario of ${missed.join(', ')} failed`)
  if (others.length > 0) told.push(`${others.join(', ')} failed, too`)
  return told.length === 0 ? [] : [`${name}: ${told.join(', and ')}`]
}

async function judge(api: BrokenApi, target: Target, meetsAll: boolean) {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-broken-api-'))
  try {
    await writeBrokenApi(folder, api)
    const { name, breaks } = api
    const tags = breaks.map((id) => `@rule:${id}`).join(' or ')
    const judging = { name, audience: api.for, target }
    return await rulesBrokenBy(folder, meetsAll ? judging : { ...judging, tags })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function withTarget(work: (target: Target) => Promise<void>): Promise<void> {
  const target = await openTarget('in-process', { needsPort: true })
  try {
    await work(target)
  } finally {
    await target.close()
  }
}
