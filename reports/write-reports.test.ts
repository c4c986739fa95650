import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readReport } from './read-report.ts'
import { ReportError } from './report-error.ts'
import { sampleReport } from './testing/sample-report.ts'
import { writeReports } from './write-reports.ts'

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-reports-'))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('every form of the report is written', () =>
  inFolder(async (folder) => {
    const names = [
      'conformance.html',
      'checks.json',
      'junit.xml',
      'badge.svg',
      'badge.json',
      'summary.md',
    ]
    const paths = names.map((name) => join(folder, name))
    assert.deepEqual(await writeReports(sampleReport, folder), paths)
    const starts = await Promise.all(
      paths.map(async (path) => (await readFile(path, 'utf8')).slice(0, 9)),
    )
    assert.deepEqual(starts, [
      '<!doctype',
      '{\n  "form',
      '<?xml ver',
      '<svg xmln',
      '{\n  "sche',
      '# Agent I',
    ])
  }))

test('what is written is what is read', () =>
  inFolder(async (folder) => {
    await writeReports(sampleReport, folder)
    const whole = JSON.parse(JSON.stringify(sampleReport))
    assert.deepEqual(await readReport(folder), whole)
    assert.deepEqual(await readReport(join(folder, 'checks.json')), whole)
  }))

test('the summary is added to the file of the step, after what is there', () =>
  inFolder(async (folder) => {
    const stepSummaryFile = join(folder, 'step.md')
    await writeFile(stepSummaryFile, 'before\n')
    const paths = await writeReports(sampleReport, folder, { stepSummaryFile })
    assert.equal(paths.at(-1), stepSummaryFile)
    assert.match(await readFile(stepSummaryFile, 'utf8'), /^before\n# Agent ID conformance\n/)
  }))

test('a folder that does not exist is named, with the reason', () =>
  inFolder(async (folder) => {
    const missing = join(folder, 'missing')
    await assert.rejects(writeReports(sampleReport, missing), (error) => {
      assert.ok(error instanceof ReportError)
      assert.ok(
        error.message.startsWith(`cannot write the report ${join(missing, 'conformance.html')}: `),
      )
      assert.match(
        error.message,
        /: ENOENT: no such file or directory; name an existing, writable folder/,
      )
      return true
    })
  }))

test('a folder that is a file is named, with the reason', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    await assert.rejects(writeReports(sampleReport, file), /cannot write the report .*file.*: ENO/)
  }))
