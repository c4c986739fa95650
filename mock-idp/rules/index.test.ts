import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientRules } from './client-rules/index.ts'
import {
  findRule,
  isGraphRule,
  isRefusalRule,
  isRelaxable,
  isStrong,
  type RefusalRule,
  type Rule,
  rules,
} from './index.ts'

const refusals = rules.filter(isRefusalRule).filter((rule) => !isGraphRule(rule))
const graphRefusals = rules.filter(isRefusalRule).filter(isGraphRule)

test('every rule has an id of its own, and is found by it', () => {
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length)
  for (const rule of rules) assert.equal(findRule(rule.id), rule)
  assert.equal(findRule('NO-SUCH-RULE'), undefined)
})

test('every id is words in capitals, and does not end in a bare number', () => {
  for (const { id } of rules) assert.match(id, /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-[A-Z][A-Z0-9]*$/)
})

const firstWords = (of: readonly Rule[]) => new Set(of.map(({ id }) => id.replace(/-.*$/, '')))

test('the first word of an id tells a rule about clients from every other rule', () => {
  const others = firstWords(rules.filter(({ kind }) => kind !== 'client'))
  const shared = [...firstWords(clientRules)].filter((word) => others.has(word))
  assert.deepEqual(shared, [])
})

test('every title is a sentence of its own, in the present tense', () => {
  assert.equal(new Set(rules.map(({ title }) => title)).size, rules.length)
  for (const { title } of rules) {
    assert.match(title, /^[A-Z].*[^.]$/)
    assert.doesNotMatch(title, /\b(should|must|will|shall)\b/i)
  }
})

test('every rule but those of the tool itself names its evidence', () => {
  for (const rule of rules) {
    if (rule.kind === 'tool') continue
    assert.match(rule.evidence.source, /\S/)
    if (rule.kind === 'refusal') assert.match(rule.answerEvidence.source, /\S/)
  }
})

test('no rule calls a standard documentation of Microsoft', () => {
  for (const rule of rules) {
    if (rule.kind === 'tool' || rule.evidence.kind !== 'documented') continue
    assert.doesNotMatch(rule.evidence.source, /^RFC \d+/, rule.id)
  }
})

test('only a refusal that no source shows can be relaxed, however little is known of its answer', () => {
  for (const rule of rules) {
    const isWeak =
      rule.kind === 'refusal' &&
      ['inferred', 'third-party', 'captured-elsewhere'].includes(rule.evidence.kind)
    assert.equal(isRelaxable(rule), isWeak)
  }
  assert.ok(refusals.some(isRelaxable))
})

/** What no identity provider may accept, though no capture shows how Entra refuses it. */
const surelyRefused = {
  'T1-KEY': 'standard',
  'T1-SIGNATURE': 'standard',
  'T1-AUDIENCE': 'standard',
  'T1-SUBJECT': 'documented',
  'T1-PARENT': 'documented',
  'T1-AGENT': 'documented',
  'T1-START': 'standard',
  'T1-EXPIRED': 'standard',
  'ASSERT-EXP': 'standard',
  'FIC-SIGNATURE': 'standard',
  'CRED-AGENT-SECRET': 'documented',
  'CRED-SECRET-START': 'documented',
  'CLIENT-PARENT-ENABLED': 'documented',
}

test('that a forged, stolen or expired proof is refused is known, and how is not', () => {
  for (const [id, kind] of Object.entries(surelyRefused)) {
    const rule = refusals.find((one) => one.id === id)
    assert.ok(rule)
    assert.equal(rule.evidence.kind, kind, id)
    assert.equal(isStrong(rule.answerEvidence), false, id)
  }
})

test('whoever shows how a request is refused shows that it is', () => {
  for (const { id, evidence, answerEvidence } of [...refusals, ...graphRefusals]) {
    if (isStrong(answerEvidence)) assert.ok(isStrong(evidence), id)
  }
})

/** Numbers that public captures show with an `error_uri`. */
const numbersWithErrorPage = [
  50027, 50049, 50076, 70016, 53003, 90002, 90014, 500011, 700016, 700021, 700024, 900023, 900144,
  5002723, 5002738, 7000114, 7000215, 7000216, 7000218, 7000272, 9002313, 9002326,
]
const isManagedIdentityRule = ({ id }: RefusalRule) => id.startsWith('MI-')

test('an error page is named for the numbers that captures show with one, and for no others', () => {
  for (const rule of refusals.filter((one) => !isManagedIdentityRule(one))) {
    const captured = numbersWithErrorPage.includes(rule.aadsts ?? 0)
    assert.equal(rule.hasErrorPage ?? false, captured, rule.id)
  }
})

/** Refusals whose status the public material shows to be another than the general one. */
const otherStatus: Readonly<Record<string, number>> = { 'REQ-PATH': 404, 'MI-HEADER': 403 }

test('invalid_client is answered with 401 and every other error with 400', () => {
  for (const { id, error, status } of refusals) {
    assert.equal(status, otherStatus[id] ?? (error === 'invalid_client' ? 401 : 400), id)
  }
})

test('every refusal of the token endpoint has a number', () => {
  for (const rule of refusals) {
    if (!isManagedIdentityRule(rule)) assert.ok(Number.isInteger(rule.aadsts), rule.id)
  }
})

test('every refusal of Microsoft Graph has a code of its own kind and no number', () => {
  for (const { id, error, aadsts } of graphRefusals) {
    assert.match(error, /^[A-Z][A-Za-z]+(_[A-Za-z]+)?$/, id)
    assert.equal(aadsts, undefined, id)
  }
})

const statusesOfGraphCodes: Readonly<Record<string, readonly number[]>> = {
  InvalidAuthenticationToken: [401],
  Authorization_IdentityNotFound: [401],
  Authorization_RequestDenied: [403],
  Request_ResourceNotFound: [404],
  Request_MultipleObjectsWithSameKeyValue: [409],
  BadRequest: [400],
  Request_UnsupportedQuery: [400],
}

test('a code of Microsoft Graph goes with the status that captures show beside it', () => {
  for (const { id, error, status } of graphRefusals) {
    const statuses = statusesOfGraphCodes[error]
    if (statuses) assert.ok(statuses.includes(status), id)
  }
})

const errorOfNumber: Readonly<Record<number, string>> = {
  50027: 'invalid_request',
  50049: 'invalid_instance',
  70003: 'unsupported_grant_type',
  70011: 'invalid_scope',
  82001: 'unauthorized_client',
  500011: 'invalid_resource',
  501051: 'invalid_grant',
  700016: 'unauthorized_client',
  700021: 'invalid_client',
  700024: 'invalid_client',
  700027: 'invalid_client',
  700038: 'unauthorized_client',
  700211: 'invalid_client',
  700212: 'invalid_client',
  700213: 'invalid_client',
  900023: 'invalid_request',
  900144: 'invalid_request',
  1002012: 'invalid_scope',
  5002723: 'invalid_client',
  5002738: 'invalid_client',
  7000112: 'unauthorized_client',
  7000215: 'invalid_client',
  7000216: 'invalid_client',
  7000222: 'invalid_client',
  7000229: 'invalid_client',
  7002137: 'invalid_client',
}

test('every number goes with the error that captures show beside it', () => {
  const seen = new Set<number>()
  for (const { id, error, aadsts = 0 } of refusals) {
    const captured = errorOfNumber[aadsts]
    // Number 5002738 comes with two errors: of a certificate assertion, and of a federated token.
    if (captured === undefined || id === 'ASSERT-FEDERATED-ALG') continue
    seen.add(aadsts)
    assert.equal(error, captured, id)
  }
  assert.deepEqual([...seen].sort(), Object.keys(errorOfNumber).map(Number).sort())
})

test('what is inferred is nowhere presented as assumed in part only', () => {
  for (const { id, answerEvidence, assumed } of [...refusals, ...graphRefusals]) {
    if (answerEvidence.kind === 'inferred') assert.equal(assumed, undefined, id)
  }
})
