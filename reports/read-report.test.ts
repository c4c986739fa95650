import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readReport } from './read-report.ts'
import { ReportError } from './report-error.ts'
import { sampleReport } from './testing/sample-report.ts'

const cases: readonly (readonly [what: string, content: string, expected: RegExp])[] = [
  [
    'is not JSON',
    '{"format":',
    /checks\.json is not JSON: .*; create one with: agentid conformance/s,
  ],
  ['is JSON of something else', '[1]', /checks\.json is not a report of agentid conformance/],
  [
    'has another version of the format',
    JSON.stringify({ ...sampleReport, format: 'agentid-conformance-report/2' }),
    /has the format "agentid-conformance-report\/2", but this version reads ".*\/1"/,
  ],
  [
    'lacks a member',
    JSON.stringify({ ...sampleReport, subjects: undefined }),
    /is not a valid report:\n.*subjects/s,
  ],
]

for (const [what, content, expected] of cases) {
  test(`a report that ${what} is an error that says so`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'agentid-read-'))
    try {
      await writeFile(join(folder, 'checks.json'), content)
      await assert.rejects(readReport(folder), (error) => {
        assert.ok(error instanceof ReportError)
        assert.match(error.message, expected)
        return true
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
}

test('a report of a version that did not say what was not judged is read as one that left nothing out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-read-'))
  const subjects = sampleReport.subjects.map(({ notJudged: _, ...subject }) => subject)
  await writeFile(join(folder, 'checks.json'), JSON.stringify({ ...sampleReport, subjects }))
  try {
    const read = await readReport(folder)
    assert.deepEqual(
      read.subjects.map(({ notJudged }) => notJudged),
      [[], [], []],
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a report that is missing is an error that says how to get one', async () => {
  const path = join(tmpdir(), 'agentid-no-such-report')
  await assert.rejects(
    readReport(path),
    /cannot read the report .*agentid-no-such-report: ENOENT: no such file or directory; create one with/,
  )
})
