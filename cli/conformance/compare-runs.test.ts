import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  type CheckStatus,
  type ConformanceReport,
  countStatuses,
  reportFormat,
} from '../../reports/index.ts'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'
import { compareRuns } from './compare-runs.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-compare-'))
})
after(() => rm(folder, { recursive: true }))

type Verdict = ConformanceReport['subjects'][number]['verdict']

async function report(name: string, status: CheckStatus, verdict: Verdict): Promise<string> {
  const check = { id: 'LEG-FMI-PATH', title: 'A rule', severity: 'MUST', status, stories: [] }
  const content = {
    format: reportFormat,
    tool: { name: 'agentid-conformance', version: '1' },
    startedAt: '2026-11-01T12:00:00.000Z',
    durationSeconds: 1,
    target: { kind: 'in-process', authorityHost: 'https://localhost' },
    subjects: [
      {
        kind: 'client',
        name: 'mine',
        verdict,
        counts: countStatuses([]),
        checks: [check],
        problems: [],
      },
    ],
  }
  const file = join(folder, `${name}.json`)
  await writeFile(file, JSON.stringify(content))
  return file
}

async function compare(...files: readonly string[]) {
  const surroundings = fakeSurroundings()
  const exitCode = await compareRuns({ target: 'in-process', compare: files }, surroundings)
  return { exitCode, out: surroundings.out() }
}

describe('comparing two reports', () => {
  it('answers 0 if nothing became worse', async () => {
    const kept = await report('kept', 'passed', 'conforms')
    const broken = await report('broken', 'failed', 'does not conform')
    assert.equal((await compare(kept, kept)).exitCode, 0)
    const { exitCode, out } = await compare(broken, kept)
    assert.equal(exitCode, 0)
    assert.match(out, /LEG-FMI-PATH {2}failed -> passed/)
  })

  it('answers 1 if a rule became worse, even one that only warns', async () => {
    const kept = await report('kept', 'passed', 'conforms')
    const warned = await report('warned', 'warning', 'conforms')
    assert.equal((await compare(kept, warned)).exitCode, 1)
  })

  it('answers 1 if the verdict became worse by a rule that was not tested before', async () => {
    const skipped = await report('skipped', 'skipped', 'conforms')
    const broken = await report('broken', 'failed', 'does not conform')
    const unknown = await report('unknown', 'skipped', 'could not be judged')
    assert.equal((await compare(skipped, broken)).exitCode, 1)
    assert.equal((await compare(skipped, unknown)).exitCode, 1)
  })

  it('takes two reports', async () => {
    await assert.rejects(compare('a'), /--compare needs two report folders/)
    await assert.rejects(compare('a', 'b', 'c'), /--compare needs two report folders/)
  })
})
