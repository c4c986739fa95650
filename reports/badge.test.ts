import assert from 'node:assert/strict'
import { test } from 'node:test'
import { badgeOf, badgeSvg } from './badge.ts'
import type { SubjectReport } from './report.ts'
import { providerReport, sampleReport } from './testing/sample-report.ts'

const [msalNode, openidClient] = sampleReport.subjects
const message = (...subjects: readonly (SubjectReport | undefined)[]) =>
  badgeOf({ ...sampleReport, subjects: subjects.filter((one) => one !== undefined) }).message

test('a badge counts the broken rules of all clients', () => {
  assert.deepEqual(badgeOf(sampleReport), {
    schemaVersion: 1,
    label: 'agentid conformance',
    message: '4 rules broken',
    color: 'red',
  })
  assert.equal(message(msalNode), '2 rules broken')
})

test('a badge says that a client conforms', () => {
  assert.equal(message(openidClient), 'conforms')
  assert.equal(badgeOf(providerReport).color, 'brightgreen')
  assert.equal(badgeOf(providerReport).message, 'conforms, 1 observed')
})

test('a client that could not be judged does not conform', () => {
  const unjudged = openidClient && { ...openidClient, verdict: 'could not be judged' as const }
  assert.equal(message(unjudged, openidClient), 'could not be judged')
  assert.equal(message(unjudged, msalNode), '2 rules broken')
  assert.equal(message(), 'could not be judged')
})

test('a client that breaks no rule and yet does not conform is not counted as 0', () => {
  const stale = openidClient && { ...openidClient, verdict: 'does not conform' as const }
  assert.equal(message(stale), 'does not conform')
})

test('one broken rule is singular', () => {
  const one = msalNode && { ...msalNode, counts: { ...msalNode.counts, failed: 1 } }
  assert.equal(message(one), '1 rule broken')
})

test('the picture says the same in words', () => {
  assert.match(badgeSvg(sampleReport), /aria-label="agentid conformance: 4 rules broken"/)
})
