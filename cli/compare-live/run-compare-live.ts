import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { packageRoot } from '../../engine/package-root.ts'
import { replayOnMock } from '../../engine/run/evidence.ts'
import {
  type Comparison,
  compareEvidence,
  describeComparison,
  type EvidenceSet,
  type RuleFacts,
  readEvidence,
} from '../../evidence/index.ts'
import { evidenceAt, evidenceKindsOf, rules } from '../../mock-idp/index.ts'
import { unjudged } from '../conformance/unjudged.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'
import { UsageError } from '../usage-error.ts'
import { adopt } from './adopt.ts'

export type CompareLiveOptions = {
  /** The folder that `--save-evidence` wrote. */
  readonly evidence: string
  readonly report?: string | undefined
  readonly json: boolean
  /** True: into the catalogue of this checkout; text: into this file. */
  readonly adopt?: boolean | string | undefined
}

/**
 * `agentid compare-live DIR`
 * @throws {UsageError} whenever nothing can be compared
 */
export async function runCompareLive(
  options: CompareLiveOptions,
  surroundings: Surroundings,
): Promise<number> {
  try {
    return await compare(options, surroundings)
  } catch (error) {
    throw unjudged(error)
  }
}

async function compare(
  { evidence: folder, report, json, adopt: adoption }: CompareLiveOptions,
  { stdout, now }: Surroundings,
): Promise<number> {
  const evidence = await readEvidence(folder)
  mustHaveScenarios(evidence)
  const comparison = compareEvidence(
    evidence,
    await replayOnMock(runFactsOf(evidence), filesOf(evidence)),
    catalogueAt(now()),
  )
  mustBeComparable(comparison, evidence)
  if (report !== undefined) await save(comparison, report)
  stdout.write(json ? asJson(comparison) : `${describeComparison(comparison).join('\n')}\n`)
  if (adoption) {
    const summary = await adopt(comparison, adoption === true ? undefined : adoption)
    // Standard output is the comparison alone where another program reads it.
    if (!json) stdout.write(`${summary}\n`)
  }
  const { counts, elsewhere } = comparison
  return counts.disagreement + elsewhere.length > 0 ? exitCodes.failed : exitCodes.done
}

function runFactsOf({ index: { day, tool, target } }: EvidenceSet) {
  return { day, tool, target }
}

/** The features that the evidence is about. Undefined: all, because this version may have moved one. */
function filesOf({ scenarios }: EvidenceSet): readonly string[] | undefined {
  const files = [...new Set(scenarios.map(({ file }) => file))]
  const isHere = (file: string) =>
    /^features\/[\w/-]+\.feature$/.test(file) && existsSync(join(packageRoot, file))
  return files.length > 0 && files.every(isHere) ? files : undefined
}

/** What a client does and what this tool promises of itself no tenant can show. */
function catalogueAt(nowMs: number): readonly RuleFacts[] {
  const evidenceOf = evidenceAt(nowMs)
  return rules.flatMap((rule) => {
    if (rule.kind !== 'refusal' && rule.kind !== 'promise') return []
    const { id, title, kind } = rule
    return [{ id, title, kind, evidence: evidenceKindsOf(rule, evidenceOf) }]
  })
}

function mustHaveScenarios({ scenarios }: EvidenceSet): void {
  if (scenarios.length > 0) return
  throw new UsageError(
    'the evidence has no scenarios. Record it again with agentid conformance --save-evidence.',
  )
}

function mustBeComparable(comparison: Comparison, { scenarios }: EvidenceSet): void {
  const { notCompared } = comparison
  if (notCompared.length < scenarios.length) return
  throw new UsageError(
    `none of the ${scenarios.length} scenarios can be compared; of the first, ${notCompared[0]?.reason}`,
  )
}

const asJson = (comparison: Comparison) => `${JSON.stringify(comparison, undefined, 2)}\n`

async function save(comparison: Comparison, folder: string): Promise<void> {
  const path = resolve(folder)
  try {
    await mkdir(path, { recursive: true })
    await writeFile(join(path, 'comparison.json'), asJson(comparison))
    await writeFile(
      join(path, 'comparison.md'),
      `# A tenant and the mock\n\n${describeComparison(comparison, 'markdown').join('\n')}\n`,
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `cannot write the comparison to ${path}: ${reason}. Choose another folder with --report.`,
    )
  }
}
