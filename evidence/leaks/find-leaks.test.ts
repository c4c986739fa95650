import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleOf } from '../../tests/support/exhaustive.ts'
import { treatments } from '../members.ts'
import { sampleIndex, sampleScenario } from '../testing/sample-evidence.ts'
import { sample, sampleToken, tenantAsBytes } from '../testing/sample-exchange.ts'
import { answerHeaders, observationWords, parameterNames } from '../vocabulary.ts'
import { createLeakFinder } from './find-leaks.ts'
import { leaksIn } from './patterns.ts'

const sensitive = [
  sample.tenantId,
  sample.blueprintId,
  sample.agentId,
  sample.secret,
  sampleToken,
  'Jane123',
]
const findLeaks = createLeakFinder(sensitive)
const files = [sampleScenario, sampleIndex]

/** Whatever could be left in a file by a mistake. The first of them are of a tenant that nobody knows. */
const leaks: Readonly<Record<string, string>> = {
  'a GUID': 'e3b0c442-98fc-4c14-9afb-f4c8996fb924',
  'a GUID in capitals': 'E3B0C442-98FC-4C14-9AFB-F4C8996FB924',
  'a GUID without hyphens': 'e3b0c44298fc4c149afbf4c8996fb924',
  'a JWT': 'eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln',
  'a part of a JWT': 'eyJ0eXAiOiJKV1QifQ',
  'a long code': 'Zk3vX9qLmN0pRsT7uVwYzA',
  'a long code in base64': 'q1W2e3R4t5Y6u7I8o9P0+/aSdF==',
  'a thumbprint': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
  'a private key': '-----BEGIN PRIVATE KEY-----',
  'a certificate': 'MIIC5jCCAc6gAwIBAgIQXVmhItL9s0fR5avVEhWu7TANBgkqhkiG9w0BAQsFADAt',
  'an e-mail address': 'jane.doe@contoso.com',
  'a user name': 'jane_contoso.com#EXT#@fabrikam.onmicrosoft.com',
  'a domain': 'contoso.onmicrosoft.com',
  'a domain of its own': 'login.contoso.co.uk',
  'an IPv4 address': '203.0.113.7',
  'an IPv6 address': '2001:db8:85a3::8a2e:370:7334',
  'a time in seconds': '1795435200',
  'a date with a time': '2026-11-23T12:00:00Z',
  'the id of the tenant': sample.tenantId,
  'the id of the tenant in capitals': sample.tenantId.toUpperCase(),
  'the bytes of the id of the tenant': tenantAsBytes,
  'the secret': sample.secret,
  'the secret in a form': new URLSearchParams({ v: sample.secret }).toString().slice(2),
  'the secret in a URL': encodeURIComponent(sample.secret),
  'the secret in JSON': JSON.stringify(sample.secret).slice(1, -1),
  'the secret in hexadecimal': Buffer.from(sample.secret).toString('hex'),
  'the secret in base64': Buffer.from(sample.secret).toString('base64'),
  'the secret in base64url': Buffer.from(sample.secret).toString('base64url'),
  'the secret in base64 behind one byte': Buffer.from(`x${sample.secret}`).toString('base64'),
  'the secret in base64 behind two bytes': Buffer.from(`xy${sample.secret}`).toString('base64'),
  'the token': sampleToken,
  'the signature of the token': sample.signature,
}

test('valid files hold no leak', () => {
  for (const file of files) assert.deepEqual(findLeaks(file), [])
})

test('no word that may be kept looks like a leak', () => {
  const known = [...observationWords, ...treatments.keys(), ...parameterNames, ...answerHeaders]
  assert.deepEqual(
    known.filter((word) => leaksIn(word).length > 0),
    [],
  )
})

test('every kind of leak is found in every place of a file', (t) => {
  let planted = 0
  const missed: string[] = []
  for (const file of sampleOf(files, 3)) {
    for (const [kind, leak] of Object.entries(leaks)) {
      for (const spoiled of spoiledFiles(file, leak)) {
        planted += 1
        if (findLeaks(spoiled).length === 0) missed.push(kind)
      }
    }
  }
  t.diagnostic(
    `${planted - missed.length} of ${planted} leaks caught, of ${Object.keys(leaks).length} kinds`,
  )
  assert.deepEqual(missed, [])
})

test('a plain word of a tenant is found in every part of an exchange', (t) => {
  const { exchanges } = sampleScenario
  const spoiled = ['Contoso Legal', 'jane', 'Kundenportal'].flatMap((leak) =>
    spoiledFiles(exchanges, leak),
  )
  const caught = spoiled.filter((one) => findLeaks({ exchanges: one }).length > 0)
  t.diagnostic(`${caught.length} of ${spoiled.length} words caught`)
  assert.equal(caught.length, spoiled.length)
})

test('a text of a feature may look like anything but what is sensitive, and only where features are repeated', () => {
  const publicTexts = new Set(['its id ends with "08e-b34c2e800819"', sample.tenantId])
  const find = createLeakFinder(sensitive, publicTexts)
  const [text] = publicTexts
  assert.deepEqual(find({ title: text, steps: [{ text }] }), [])
  assert.ok(find({ title: `${text}.` }).length > 0)
  assert.ok(find({ exchanges: [text] }).length > 0)
  assert.ok(find({ observations: [text] }).length > 0)
  assert.deepEqual(find({ title: sample.tenantId }), [
    { place: 'title', what: 'an id, a secret or a token of this run' },
  ])
})

test('a short secret is found where it is all there is', () => {
  const found = findLeaks({ rules: ['Jane123'] })
  assert.deepEqual(found, [{ place: 'rules[0]', what: 'an id, a secret or a token of this run' }])
})

test('a leak is told by its place, and never repeated', () => {
  const leak = 'jane.doe@contoso.com'
  const found = findLeaks({ [leak]: { exchanges: leak } })
  assert.deepEqual(
    found.map(({ place }) => place),
    [': name 1', ': name 1', 'member 1.exchanges', 'member 1.exchanges'],
  )
  assert.ok(!JSON.stringify(found).includes(leak))
})

/**
 * The file as often as it has values and names, each time with the leak in one of them: alone, and among others.
 * A sample begins at another place for each leak, so that together they try every place.
 */
function spoiledFiles(file: unknown, leak: string): readonly unknown[] {
  return [leak, `error: ${leak}, code`].flatMap((text) => {
    const all = [...spoil(file, text)]
    const first = text.length % 24
    return sampleOf([...all.slice(first), ...all.slice(0, first)], 24)
  })
}

function* spoil(value: unknown, leak: string): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const spoiled of spoil(item, leak)) yield value.with(index, spoiled)
    }
    return
  }
  if (typeof value !== 'object' || value === null) {
    yield leak
    return
  }
  for (const [name, member] of Object.entries(value)) {
    for (const spoiled of spoil(member, leak)) yield { ...value, [name]: spoiled }
    const { [name]: _, ...others } = value as Record<string, unknown>
    yield { ...others, [leak]: member }
  }
}
