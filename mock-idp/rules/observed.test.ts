import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRule, rules } from './index.ts'
import type { Observation } from './observation.ts'
import { observations } from './observations.ts'
import { evidenceOn, latestOf } from './observed.ts'

const rule = {
  id: 'T1-AGENT',
  evidence: { kind: 'inferred', source: 'a capture of something like it' },
  answerEvidence: { kind: 'third-party', source: 'a blog' },
} as const
const seen = (day: string): Observation => ({ rule: 'T1-AGENT', day, scenarios: 2, exchanges: 1 })

test('a rule that nobody observed is known as the catalogue says', () => {
  assert.deepEqual(evidenceOn(rule, '2026-11-23', []), rule.evidence)
  assert.deepEqual(
    evidenceOn(rule, '2026-11-23', [{ ...seen('2026-11-01'), rule: 'T1-KEY' }]),
    rule.evidence,
  )
})

test('an observation counts for 90 days and no longer', () => {
  const observed = {
    kind: 'observed',
    source:
      'a live tenant on 2026-08-25 (2 scenarios, 1 exchange); before: inferred: a capture of something like it',
  }
  const all = [seen('2026-08-25')]
  assert.deepEqual(evidenceOn(rule, '2026-08-25', all), observed)
  assert.deepEqual(evidenceOn(rule, '2026-11-23', all), observed)
  assert.deepEqual(evidenceOn(rule, '2026-11-24', all), {
    ...rule.evidence,
    staleSince: '2026-08-25',
  })
})

test('of several observations the last one counts, and none before it was made', () => {
  const all = [seen('2026-08-25'), seen('2026-11-20'), seen('2026-02-01')]
  assert.equal(latestOf('T1-AGENT', all)?.day, '2026-11-20')
  assert.equal(evidenceOn(rule, '2027-02-18', all).kind, 'observed')
  assert.deepEqual(evidenceOn(rule, '2026-11-19', all), rule.evidence)
})

test('an observation shows how a request is refused too, unless the answer differed', () => {
  const howOn = (all: readonly Observation[]) => evidenceOn(rule, '2026-11-23', all, 'how')
  assert.deepEqual(howOn([]), rule.answerEvidence)
  assert.deepEqual(howOn([seen('2026-11-20')]), {
    kind: 'observed',
    source: 'a live tenant on 2026-11-20 (2 scenarios, 1 exchange); before: third-party: a blog',
  })
  const refusedOtherwise: Observation = { ...seen('2026-11-20'), answer: 'differs' }
  assert.deepEqual(howOn([refusedOtherwise]), rule.answerEvidence)
  assert.equal(evidenceOn(rule, '2026-11-23', [refusedOtherwise]).kind, 'observed')
})

test('whatever was observed is a rule about Microsoft Entra, on a day that is one', () => {
  for (const { rule: id, day, scenarios, exchanges } of observations) {
    const kind = findRule(id)?.kind
    assert.ok(kind === 'refusal' || kind === 'promise', id)
    assert.match(day, /^\d{4}-\d\d-\d\d$/)
    assert.ok(scenarios > 0 && exchanges > 0, id)
  }
  assert.equal(new Set(observations.map((one) => one.rule)).size, observations.length)
})

test('no rule calls itself observed: only an observation does', () => {
  for (const one of rules) {
    if (one.kind !== 'tool') assert.notEqual(one.evidence.kind, 'observed', one.id)
    if (one.kind === 'refusal') assert.notEqual(one.answerEvidence.kind, 'observed', one.id)
  }
})
