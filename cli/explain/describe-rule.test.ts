import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EvidenceOf, evidenceOn, findRule, type Rule } from '../../mock-idp/index.ts'
import { ruleRecord } from '../rules/rule-record.ts'
import { rulesTable } from '../rules/rules-table.ts'
import { plainPage } from '../testing/fake-surroundings.ts'
import { rulesWithNumber } from './describe-number.ts'
import { describeRule } from './describe-rule.ts'

const rule = findRule('T1-SIGNATURE') as Rule
const observed = [{ rule: 'T1-SIGNATURE', day: '2026-08-25', scenarios: 2, exchanges: 5 }]
const on =
  (day: string): EvidenceOf =>
  (one) =>
    evidenceOn(one, day, observed)
const page = plainPage(200)
const source = 'a third party reports this number for federated tokens of other issuers'

test('a rule that a live tenant kept is explained as observed, with what was known before', () => {
  const lines = describeRule(rule, page, on('2026-11-23')).map((line) => line.trim())
  const text = lines.join(' ')
  assert.match(
    text,
    /evidence +observed: a live tenant on 2026-08-25 \(2 scenarios, 5 exchanges\); before: inferred: /,
  )
  assert.doesNotMatch(text, /No evidence from Entra/)
})

test('after 90 days it is what it was before, and said to be stale', () => {
  const text = describeRule(rule, page, on('2026-11-24')).join(' ')
  assert.match(text, new RegExp(`inferred: ${source}`))
  assert.match(
    text,
    /Stale: a live tenant last confirmed it on 2026-08-25, more than 90 days ago\. +No evidence from Entra/,
  )
})

test('a rule that a live tenant kept stands among those that were seen of Entra', () => {
  const idsOn = (day: string) => {
    const seen = [{ rule: 'CRED-AGENT-SECRET', day: '2026-08-25', scenarios: 1, exchanges: 1 }]
    return rulesWithNumber(7000215, (one) => evidenceOn(one, day, seen)).map(({ id }) => id)
  }
  assert.deepEqual(idsOn('2026-11-23'), ['CRED-AGENT-SECRET', 'CRED-SECRET', 'CRED-SECRET-START'])
  assert.deepEqual(idsOn('2026-11-24'), ['CRED-SECRET', 'CRED-AGENT-SECRET', 'CRED-SECRET-START'])
})

test('the table and its JSON say the same', () => {
  const row = (day: string) =>
    rulesTable([rule], { ...page, width: 500 }, on(day)).find((line) => line.startsWith('T1-'))
  assert.match(row('2026-11-23') ?? '', / observed$/)
  assert.match(row('2026-11-24') ?? '', / inferred \*, observed 2026-08-25 \(stale\)$/)
  const record = (day: string) => ruleRecord(rule, on(day))
  assert.equal((record('2026-11-23').evidence as { kind: string }).kind, 'observed')
  assert.deepEqual(record('2026-11-24').evidence, {
    kind: 'inferred',
    source,
    staleSince: '2026-08-25',
  })
  assert.equal(record('2026-11-23').relaxable, true)
})
