import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cataloguedEvidence,
  type EvidenceOf,
  evidenceOn,
  findRule,
  type Rule,
} from '../../mock-idp/index.ts'
import { ruleRecord } from '../rules/rule-record.ts'
import { rulesTable } from '../rules/rules-table.ts'
import { plainPage } from '../testing/fake-surroundings.ts'
import { rulesWithNumber } from './describe-number.ts'
import { describeRule } from './describe-rule.ts'

const rule = findRule('T1-SIGNATURE') as Rule
const observed = [{ rule: 'T1-SIGNATURE', day: '2026-08-25', scenarios: 2, exchanges: 5 }]
const on =
  (day: string): EvidenceOf =>
  (one, aspect) =>
    evidenceOn(one, day, observed, aspect)
const page = plainPage(200)
const that = 'RFC 7523 section 3, point 9; RFC 7515 section 5.2'
const how = 'a third party reports this number for federated tokens of other issuers'

test('that a request is refused and how are explained each with its own source', () => {
  const lines = describeRule(rule, page, cataloguedEvidence)
  assert.deepEqual(lines.slice(2, 6), [
    'refusal   invalid_client, AADSTS7000274, HTTP 401',
    `evidence  that it is refused: standard: ${that}`,
    `answer    inferred: ${how}`,
    '          No strong evidence of the answer. A live tenant may refuse in another way.',
  ])
})

test('a rule that a live tenant kept is explained as observed, with what was known before', () => {
  const lines = describeRule(rule, page, on('2026-11-23')).map((line) => line.trim())
  const text = lines.join(' ')
  assert.match(
    text,
    /evidence +that it is refused: observed: a live tenant on 2026-08-25 \(2 scenarios, 5 exchanges\); before: standard: /,
  )
  assert.match(text, /answer +observed: a live tenant on 2026-08-25 .* before: inferred: /)
  assert.doesNotMatch(text, /No strong evidence/)
})

test('after 90 days it is what it was before, and said to be stale', () => {
  const text = describeRule(rule, page, on('2026-11-24')).join(' ')
  assert.ok(text.includes(`standard: ${that}`))
  assert.ok(text.includes(`inferred: ${how}`))
  assert.match(
    text,
    /Stale: a live tenant last confirmed it on 2026-08-25, more than 90 days ago\./,
  )
})

test('a rule that a live tenant kept stands among those that were seen of Entra', () => {
  const idsOn = (day: string) => {
    const seen = [{ rule: 'CRED-AGENT-SECRET', day: '2026-08-25', scenarios: 1, exchanges: 1 }]
    return rulesWithNumber(7000215, (one, aspect) => evidenceOn(one, day, seen, aspect)).map(
      ({ id }) => id,
    )
  }
  assert.deepEqual(idsOn('2026-11-23'), ['CRED-AGENT-SECRET', 'CRED-SECRET', 'CRED-SECRET-START'])
  assert.deepEqual(idsOn('2026-11-24'), ['CRED-SECRET', 'CRED-AGENT-SECRET', 'CRED-SECRET-START'])
})

test('the table and its JSON say the same', () => {
  const row = (day: string) =>
    rulesTable([rule], { ...page, width: 500 }, on(day)).find((line) => line.startsWith('T1-'))
  assert.match(row('2026-11-23') ?? '', / observed$/)
  assert.match(
    row('2026-11-24') ?? '',
    / standard, answer inferred, observed 2026-08-25 \(stale\)$/,
  )
  const record = (day: string) => ruleRecord(rule, on(day))
  assert.equal((record('2026-11-23').evidence as { kind: string }).kind, 'observed')
  assert.deepEqual(record('2026-11-24').evidence, {
    kind: 'standard',
    source: that,
    staleSince: '2026-08-25',
  })
  assert.deepEqual(record('2026-11-24').answerEvidence, {
    kind: 'inferred',
    source: how,
    staleSince: '2026-08-25',
  })
  assert.equal(record('2026-11-23').relaxable, false)
})
