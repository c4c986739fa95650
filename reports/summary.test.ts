import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConformanceReport } from './report.ts'
import { summaryMarkdown } from './summary.ts'
import { check, story } from './testing/sample-checks.ts'
import { hostileName, sampleReport } from './testing/sample-report.ts'

const summary = summaryMarkdown(sampleReport)

test('a summary gives the verdict and the counts of each client', () => {
  assert.match(summary, /^# Agent ID conformance\n\nagentid-conformance 0\.1\.0 · server at/)
  assert.match(summary, /## ❌ msal-node 7\.2\.1 does not conform\n\n2 failed · 1 warning · /)
  assert.match(summary, /## ✅ openid-client 6\.8\.9 conforms\n\n2 skipped · 11 passed\n/)
})

test('a broken rule has what was expected and what came', () => {
  const row = summary.split('\n').find((line) => line.includes('**ANSWER-WITHOUT-TOKEN**'))
  assert.equal(
    row,
    '| ✗ | **ANSWER-WITHOUT-TOKEN** An answer without a token is an error | Reading answers | an error | success, with an access token of 0 characters |',
  )
})

test('expected failures and skipped rules are folded, with their reasons', () => {
  assert.match(summary, /<details><summary>1 expected failures<\/summary>/)
  assert.match(summary, /\*\*CACHE-REUSE\*\* .* \| the client declares no cache \|/)
})

test('what could not be judged and what is stale is said', () => {
  assert.match(summary, /\*\*FAILURE-DETAILS\*\* .* \| the adapter ended with status 1 \|/)
  assert.match(summary, /- \*\*Problem:\*\* expected-failures\.yaml lists RETRY-AFTER/)
  assert.match(
    summary,
    /- \*\*Declared, but not judged:\*\* the redirect impersonate: this run uses authority/,
  )
})

test('nothing a client says becomes markup', () => {
  const subjects = sampleReport.subjects.map((one) => ({ ...one, name: hostileName }))
  const hostile = summaryMarkdown({ ...sampleReport, subjects })
  assert.doesNotMatch(hostile, /<script/)
  assert.match(hostile, /&lt;script&gt;alert\\\("x"\\\)&lt;\/script&gt; &amp; \\\*client\\\* \\\| /)
})

test('a summary stays far below the limit of GitHub', () => {
  const failing = Array.from({ length: 200 }, () =>
    check('LEG-FMI-PATH', 'failed', [story({ title: 'x', reason: 'y'.repeat(100_000) })]),
  )
  const report: ConformanceReport = {
    ...sampleReport,
    subjects: sampleReport.subjects.map((one) => ({ ...one, checks: failing })),
  }
  const long = summaryMarkdown(report)
  assert.ok(long.length < 1_000_000, String(long.length))
  assert.match(long, /… and 150 more in conformance\.html/)
})
