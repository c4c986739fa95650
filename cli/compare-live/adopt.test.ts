import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { packageRoot } from '../../engine/package-root.ts'
import type { Comparison, EvidenceTarget, RuleComparison } from '../../evidence/index.ts'
import { observations } from '../../mock-idp/index.ts'
import { UsageError } from '../usage-error.ts'
import { adopt, confirmedBy, merged, observationsFile } from './adopt.ts'

const rule = (
  id: string,
  isConfirmed: boolean,
  isRefusalConfirmed = isConfirmed,
): RuleComparison => ({
  id,
  title: `The sentence of ${id}`,
  kind: 'refusal',
  evidence: 'inferred',
  verdict: 'agreement',
  reason: undefined,
  scenarios: 2,
  exchanges: 5,
  differences: [],
  isConfirmed,
  isRefusalConfirmed,
})
const entra: EvidenceTarget = {
  kind: 'live',
  authority: 'https://login.microsoftonline.com',
  credential: 'its client secret',
  variables: [],
}
const comparison = (target: EvidenceTarget = entra): Comparison => ({
  format: 'agentid-comparison/1',
  evidence: { day: '2026-11-23', tool: { name: 'agentid-conformance', version: '0.1.0' }, target },
  counts: { agreement: 2, disagreement: 0, neverObserved: 0 },
  rules: [rule('T1-KEY', true), rule('T1-AGENT', true), rule('T1-PARENT', false)],
  elsewhere: [],
  notCompared: [],
})

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-adopt-'))
})
after(() => rm(folder, { recursive: true, force: true }))

describe('what a tenant confirmed is adopted', () => {
  it('with its day, and only where every exchange agreed', () => {
    assert.deepEqual(confirmedBy(comparison()), [
      { rule: 'T1-KEY', day: '2026-11-23', scenarios: 2, exchanges: 5 },
      { rule: 'T1-AGENT', day: '2026-11-23', scenarios: 2, exchanges: 5 },
    ])
  })

  it('as a refusal alone, where the tenant refused in another way', () => {
    const rules = [rule('T1-KEY', false, true)]
    const confirmed = confirmedBy({ ...comparison(), rules })
    assert.deepEqual(confirmed, [
      { rule: 'T1-KEY', day: '2026-11-23', scenarios: 2, exchanges: 5, answer: 'differs' },
    ])
    assert.match(observationsFile(confirmed), / exchanges: 5, answer: 'differs' \},\n\]/)
  })

  it('into a file that is the data file of the catalogue', async () => {
    const file = join(folder, 'observations.ts')
    const told = await adopt(comparison(), file)
    assert.equal(told, `adopted: 2 rules, observed on 2026-11-23, in ${file}`)
    assert.equal(
      await readFile(file, 'utf8'),
      `import type { Observation } from './observation.ts'

/** What live tenants confirmed. \`agentid compare-live DIR --adopt\` writes this file. */
export const observations: readonly Observation[] = [
  { rule: 'T1-AGENT', day: '2026-11-23', scenarios: 2, exchanges: 5 },
  { rule: 'T1-KEY', day: '2026-11-23', scenarios: 2, exchanges: 5 },
]
`,
    )
    assert.deepEqual(await readdir(folder), ['observations.ts'])
  })

  it('in the place of what was observed before, but not of what was observed later', () => {
    const [before1, later] = ['2026-08-01', '2026-11-20']
    const seen = (id: string, day: string) => ({ rule: id, day, scenarios: 1, exchanges: 1 })
    assert.deepEqual(
      merged([seen('B', before1), seen('A', later)], [seen('B', later), seen('A', before1)]),
      [seen('A', later), seen('B', later)],
    )
  })

  it('never from a mock or from an authority that is not Microsoft’s', async () => {
    for (const target of [
      { ...entra, authority: 'private' },
      { ...entra, kind: 'in-process' } as const,
    ]) {
      await assert.rejects(adopt(comparison(target), join(folder, 'never.ts')), UsageError)
    }
    assert.ok(!(await readdir(folder)).includes('never.ts'))
  })

  it('nowhere that cannot be written', async () => {
    await assert.rejects(adopt(comparison(), join(folder, 'no', 'folder.ts')), {
      name: 'UsageError',
      message: /^cannot write the observations to .*folder\.ts: /,
    })
  })
})

it('the catalogue holds the observations as they are written', async () => {
  const file = join(packageRoot, 'mock-idp', 'rules', 'observations.ts')
  assert.equal(await readFile(file, 'utf8'), observationsFile(observations))
})
