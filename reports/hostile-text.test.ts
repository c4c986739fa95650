import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readReport } from './read-report.ts'
import type { ConformanceReport } from './report.ts'
import { check, story } from './testing/sample-checks.ts'
import { sampleReport } from './testing/sample-report.ts'
import { t1Request } from './testing/sample-requests.ts'
import { writeReports } from './write-reports.ts'

const esc = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u2066\u200b\u{e0041}'
const text = `${esc} ![x](https://a.example) | \`b\` <img src=x> @all`

/** Text of a client wherever a report holds text. */
const hostile: ConformanceReport = {
  ...sampleReport,
  target: { kind: text, authorityHost: text },
  subjects: sampleReport.subjects.slice(0, 1).map((subject) => ({
    ...subject,
    name: text,
    version: text,
    language: text,
    problems: [text],
    notJudged: [text],
    checks: [
      check('LEG-FMI-PATH', 'failed', [
        story({
          title: text,
          feature: text,
          status: 'failed',
          reason: text,
          steps: [{ keyword: 'Given', text, status: 'failed' }],
          findings: [
            {
              check: 'LEG-FMI-PATH',
              severity: 'MUST',
              message: text,
              expected: text,
              actual: text,
            },
          ],
          requests: [
            {
              ...t1Request({ sequence: 1 }),
              path: text,
              userAgent: text,
              parameters: { [text]: text },
            },
          ],
          names: { [text]: text },
        }),
      ]),
    ],
  })),
}

test('no form of a report holds a character that steers what shows it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-hostile-'))
  t.after(() => rm(folder, { recursive: true }))
  const stepSummaryFile = join(folder, 'step.md')
  const files = await writeReports(hostile, folder, { stepSummaryFile })
  for (const file of files) {
    const written = await readFile(file, 'utf8')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    const bad = /[^\S\n ]|[\u0000-\u0008\u000e-\u001f\u007f-\u009f]|\p{Cf}|\p{Cs}/u
    const at = written.replaceAll('\t', ' ').search(bad)
    assert.equal(at, -1, `${file}: ${JSON.stringify(written.slice(at - 20, at + 20))}`)
  }
  const summary = await readFile(join(folder, 'summary.md'), 'utf8')
  assert.doesNotMatch(summary, /<img|@all|!\[|[^\\]`|https:\/\/a/)
})

test('checks.json keeps what a client said', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-hostile-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeReports(hostile, folder)
  const { subjects } = await readReport(folder)
  assert.equal(subjects[0]?.name, text)
})
