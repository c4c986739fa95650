import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalName } from './host-name.ts'
import { encodeNameConstraints, isPermitted } from './name-constraints.ts'
import { servedConstraints, servedNames } from './served-names.ts'

test('constraints are the DER that RFC 5280 describes', async () => {
  const expected = [
    '303fa03d', // NameConstraints, permittedSubtrees [0]
    `300b8209${Buffer.from('localhost').toString('hex')}`,
    '300a87087f000001ffffffff',
    `30228720${'0'.repeat(31)}1${'f'.repeat(32)}`,
  ]
  const encoded = await encodeNameConstraints(['localhost', '127.0.0.1', '::1'])
  assert.equal(encoded.toString('hex'), expected.join(''))
})

test('an IPv6 address with zeros left out in its middle keeps its sixteen bytes', async () => {
  const encoded = (await encodeNameConstraints(['2001:db8::a:1'])).toString('hex')
  assert.ok(encoded.endsWith(`872020010db8${'0'.repeat(16)}000a0001${'f'.repeat(32)}`))
})

test('lists longer than one length byte holds are encoded in the long form', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `host-${index}.example`)
  const encoded = await encodeNameConstraints(names)
  assert.equal(encoded[1], 0x82)
  assert.equal(encoded.readUInt16BE(2), encoded.length - 4)
})

test('the constraints of the served names are what the library encodes', async () => {
  const encoded = await encodeNameConstraints(servedNames)
  assert.equal(servedConstraints.toString('base64'), encoded.toString('base64'))
})

test('served names, their subdomains and nothing else are permitted', () => {
  for (const name of ['localhost', '127.0.0.1', '::1', 'westus2.login.microsoft.com']) {
    assert.ok(isPermitted(name, servedNames), name)
  }
  for (const name of ['evil.example', 'notlocalhost', 'microsoft.com', '127.0.0.2', '::2']) {
    assert.ok(!isPermitted(name, servedNames), name)
  }
})

test('served names are in normal form', () => {
  assert.deepEqual(servedNames.map(normalName), servedNames)
})
