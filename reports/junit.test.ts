import assert from 'node:assert/strict'
import { test } from 'node:test'
import { junitXml } from './junit.ts'
import type { ConformanceReport } from './report.ts'
import { check, story } from './testing/sample-checks.ts'
import { providerReport, sampleReport } from './testing/sample-report.ts'

const xml = junitXml(sampleReport)

test('the counts of the whole run are in the root', () => {
  assert.match(
    xml,
    /<testsuites name="agentid-conformance" tests="40" failures="4" errors="1" skipped="3" time="[\d.]+">/,
  )
})

test('a broken rule is a failure with what was expected and what came', () => {
  assert.match(
    xml,
    /<failure message="After Booking was throttled, no request for Billing was sent." type="RETRY-PER-AGENT">RETRY-PER-AGENT \(MUST\) Throttling of one agent identity does not block another\n/,
  )
  assert.match(xml, / {2}expected: a request for T1 with the fmi_path of Billing\n/)
  assert.match(xml, /&gt; Then the client under test has a token/)
})

test('an expected failure and a skipped rule are skipped, with the reason', () => {
  assert.match(xml, /<skipped message="expected failure: msal-js#8614"\/>/)
  assert.match(xml, /<skipped message="the client declares no cache"\/>/)
})

test('a warning and a note pass, and say so', () => {
  assert.match(xml, /<system-out>warning: CONCURRENT-SHARED \(SHOULD\) Simultaneous calls/)
  assert.match(xml, /<system-out>noted: MANAGED-IDENTITY-ONCE/)
})

test('an observation is skipped, so that no server counts it as passed', () => {
  const written = junitXml(providerReport)
  assert.match(written, /failures="0" errors="0" skipped="1"/)
  assert.match(written, /<skipped message="observed: answered 400 instead of 401"\/>/)
  assert.match(written, /<system-out>observed: RETRY-AFTER/)
})

test('what could not be judged is an error', () => {
  assert.match(xml, /<error message="the adapter ended with status 1: TypeError/)
})

test('markup from a client stays text', () => {
  assert.ok(!xml.includes('<script>'))
  assert.match(xml, /&lt;script&gt;alert/)
})

test('no character that XML forbids is written', () => {
  const name = 'a\u0000b\u0007c\u001bd\ufffee\ud800f\ttab 😀'
  const report: ConformanceReport = {
    ...sampleReport,
    subjects: sampleReport.subjects.map((subject) => ({
      ...subject,
      name,
      checks: [
        check('LEG-FMI-PATH', 'failed', [story({ title: name, status: 'failed', reason: name })]),
      ],
    })),
  }
  const written = junitXml(report)
  // XML 1.0 production [2] Char.
  assert.doesNotMatch(written, /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u)
  assert.ok(written.includes('a\\u0000b\\u0007c\\u001bd\\ufffee\\ud800f'))
  assert.ok(written.includes('😀'))
})
