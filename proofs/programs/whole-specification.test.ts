import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { readReport } from '../../reports/index.ts'
import { root } from '../../tests/support/run-tool.ts'
import { runConformanceCommand as conformance } from './run-conformance.ts'

// Every documented option of `conformance` on the whole specification, as people run it: an option that keeps, records or
// varies something meets scenarios that a narrow run never meets. What is varied, how many run at a time and what is
// written touch nothing in common, so that one run has them all.

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-whole-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const adapter = join(root, 'adapters', 'reference', 'adapter.mjs')
const judged = ['--', process.execPath, adapter]
const inFolder = (name: string) => join(folder, name)

const providerRun = ['--report', 'provider', '--save-evidence', 'evidence']
const variedRun = ['--strict', '--chaos', '7', '--jobs', '4', '--pass-env', 'PATH']
const clientRuns: readonly (readonly [string, readonly string[]])[] = [
  [
    'strictly, with chaos, in parallel, with a report',
    [...variedRun, '--report', 'client', ...judged],
  ],
  ['against a server', ['--target', 'server', '--client', `"${process.execPath}" "${adapter}"`]],
]

/** The folders that options name are in the folder of this test. */
function placed(args: readonly string[]): readonly string[] {
  const named = (at: number) => ['--report', '--save-evidence'].includes(args[at - 1] ?? '')
  return args.map((arg, at) => (named(at) ? inFolder(arg) : arg))
}

it('the mock conforms with a report and evidence', async () => {
  const { status, stdout, output } = await conformance(placed(providerRun))
  assert.equal(status, 0, output)
  assert.match(stdout, /^\d{4,} passed, 0 failed, 0 not testable$/m)
})

for (const [how, args] of clientRuns) {
  it(`a client conforms ${how}`, async () => {
    const { status, stdout, output } = await conformance(placed(args))
    assert.equal(status, 0, output)
    assert.match(
      stdout,
      /^\d{3} passed, 0 failed, \d+ not testable(, \d+ declared and not judged)?$/m,
    )
  })
}

it('the reports say the same as the summaries', async () => {
  for (const name of ['provider', 'client']) {
    const [subject] = (await readReport(inFolder(name))).subjects
    assert.equal(subject?.verdict, 'conforms', name)
  }
  assert.ok((await readdir(inFolder('evidence'))).includes('index.json'))
})
