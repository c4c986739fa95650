import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  type CompareLiveOptions,
  runCompareLive,
} from '../../../cli/compare-live/run-compare-live.ts'
import { fakeSurroundings, noonMs } from '../../../cli/testing/fake-surroundings.ts'
import { replayOnMock } from '../../../engine/run/evidence.ts'
import { featureTexts } from '../../../engine/run/feature-texts.ts'
import { type EvidenceSet, saveEvidence } from '../../../evidence/index.ts'
import { isExhaustive, sampleOf } from '../../../tests/support/exhaustive.ts'

const ids = [
  'AGENTID_TENANT_ID',
  'AGENTID_BLUEPRINT_CLIENT_ID',
  'AGENTID_AGENT_ID',
  'AGENTID_SECOND_AGENT_ID',
  'AGENTID_OTHER_BLUEPRINT_CLIENT_ID',
  'AGENTID_OTHER_BLUEPRINT_SECRET',
  'AGENTID_OTHER_AGENT_ID',
]
/** Tokens, refusals and documents; the proof compares every kind of answer. */
const files = isExhaustive
  ? undefined
  : ['agent-identity/redeeming-t1', 'discovery/documents'].map((name) => `features/${name}.feature`)
const recorded = (credential: readonly string[], authority = 'private') =>
  replayOnMock(
    {
      day: '2026-11-23',
      tool: { name: 'agentid-conformance', version: '0.1.0' },
      target: { kind: 'live', authority, credential: 'x', variables: [...ids, ...credential] },
    },
    files,
  )

let folder: string
let evidence: EvidenceSet
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-compare-'))
  evidence = await recorded(['AGENTID_BLUEPRINT_SECRET'])
})
after(() => rm(folder, { recursive: true, force: true }))

async function compare(name: string, set: EvidenceSet, options: Partial<CompareLiveOptions> = {}) {
  const path = join(folder, name)
  await saveEvidence(set, path, [], await featureTexts())
  const surroundings = fakeSurroundings({ now: () => noonMs })
  const exitCode = await runCompareLive({ evidence: path, json: false, ...options }, surroundings)
  return { exitCode, out: surroundings.out() }
}

/** As a tenant would look that answers one scenario otherwise. */
function withOtherStatus(set: EvidenceSet, title: string, status: number): EvidenceSet {
  const scenarios = set.scenarios.map((scenario) =>
    scenario.title === title
      ? {
          ...scenario,
          exchanges: scenario.exchanges.map((exchange) => ({
            ...exchange,
            answer: { ...exchange.answer, status },
          })),
        }
      : scenario,
  )
  return { ...set, scenarios }
}

describe('evidence of a tenant like the mock', () => {
  const credentials = [
    ['a client secret', ['AGENTID_BLUEPRINT_SECRET'], 'private'],
    ['a secret, at Entra', ['AGENTID_BLUEPRINT_SECRET'], 'https://login.microsoftonline.com'],
    [
      'a certificate',
      ['AGENTID_BLUEPRINT_CERTIFICATE_FILE', 'AGENTID_BLUEPRINT_KEY_FILE'],
      'private',
    ],
    ['an assertion file', ['AGENTID_BLUEPRINT_ASSERTION_FILE'], 'private'],
  ] as const
  for (const [name, variables, authority] of sampleOf(credentials, 4)) {
    it(`agrees in everything, with ${name}`, async () => {
      const set = await recorded(variables, authority)
      const { exitCode, out } = await compare('alike', set, { json: true })
      const { counts, elsewhere } = JSON.parse(out) as {
        readonly counts: { readonly agreement: number; readonly disagreement: number }
        readonly elsewhere: readonly unknown[]
      }
      assert.deepEqual([exitCode, counts.disagreement, elsewhere], [0, 0, []])
      assert.ok(counts.agreement > (isExhaustive ? 50 : 5), String(counts.agreement))
    })
  }

  it('is told the same way each time', async () => {
    const first = await compare('stable', evidence, { json: true })
    assert.equal((await compare('stable', evidence, { json: true })).out, first.out)
  })
})

describe('evidence of a tenant that differs', () => {
  const title = 'Another agent identity of the same blueprint cannot redeem T1'
  it('fails, and is reported in both forms', async () => {
    const report = join(folder, 'report')
    const set = withOtherStatus(evidence, title, 418)
    const { exitCode, out } = await compare('differs', set, { report })
    assert.equal(exitCode, 1)
    assert.match(out, /Disagreement:\n {2}T1-AGENT .*\n {4}status: 418, on the mock 401\n/)
    assert.deepEqual((await readdir(report)).sort(), ['comparison.json', 'comparison.md'])
    const markdown = await readFile(join(report, 'comparison.md'), 'utf8')
    assert.match(markdown, /- status: `418`, on the mock `401`/)
    const json = JSON.parse(await readFile(join(report, 'comparison.json'), 'utf8')) as object
    assert.deepEqual(Object.keys(json), [
      'format',
      'evidence',
      'counts',
      'rules',
      'elsewhere',
      'notCompared',
    ])
  })
})

describe('evidence that cannot be compared', () => {
  const usage = (message: RegExp) => ({ name: 'UsageError', message })
  it('is one that is not there', async () => {
    const surroundings = fakeSurroundings()
    await assert.rejects(
      runCompareLive({ evidence: join(folder, 'none'), json: false }, surroundings),
      usage(/cannot read .*index\.json/),
    )
  })

  it('is one of which this version knows no scenario', async () => {
    const [first] = evidence.scenarios
    const [entry] = evidence.index.scenarios
    if (!first || !entry) throw new TypeError('the evidence is empty')
    const title = 'A scenario of another version'
    const set = {
      index: { ...evidence.index, scenarios: [{ ...entry, title }] },
      scenarios: [{ ...first, title }],
    }
    await assert.rejects(
      compare('other', set),
      usage(/^none of the 1 scenarios can be compared; of the first, this version does not have/),
    )
  })

  it('is one without scenarios', async () => {
    const set = { index: { ...evidence.index, scenarios: [] }, scenarios: [] }
    await assert.rejects(compare('empty', set), usage(/^the evidence has no scenarios/))
  })

  it('and a comparison is written to no file that is no folder', async () => {
    const report = join(folder, 'alike', 'index.json')
    await assert.rejects(
      compare('alike', evidence, { report }),
      usage(/^cannot write the comparison to/),
    )
  })
})
