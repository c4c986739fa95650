import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importPKCS8, SignJWT } from 'jose'
import { nowMs, storedSigningKey } from '../../../testing/mock-world.ts'
import { makeAgent, openGraph } from '../../../testing/open-graph.ts'

const stored = await storedSigningKey()
const privateKey = await importPKCS8(stored.privateKeyPem, 'RS256')
const key = Buffer.from(stored.certificatePem).toString('base64')
const keyCredential = { type: 'AsymmetricX509Cert', usage: 'Verify', key }
const now = nowMs / 1000

const graph = await openGraph()
const { blueprintId } = await makeAgent(graph)
const path = `/v1.0/applications/${blueprintId}`

function proof({
  iss = blueprintId,
  aud = '00000002-0000-0000-c000-000000000000',
  nbf = now,
  exp = now + 600,
} = {}) {
  const claims = new SignJWT({ nbf, exp, iss, aud })
  return claims.setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
}
const addKey = async (given: string) =>
  graph.ask('POST', `${path}/addKey`, { keyCredential, passwordCredential: null, proof: given })

test('without a certificate there is nothing to prove with', async () => {
  const { status, rule } = await addKey(await proof())
  assert.deepEqual([status, rule], [403, 'KEY-PROOF'])
})

test('a certificate adds another and removes it', async () => {
  await graph.ask('PATCH', path, { keyCredentials: [keyCredential] })
  const { status, body } = await addKey(await proof())
  assert.equal(status, 200)
  assert.deepEqual([body.type, body.usage, body.key], ['AsymmetricX509Cert', 'Verify', null])
  const remove = { keyId: body.keyId, proof: await proof() }
  assert.equal((await graph.ask('POST', `${path}/removeKey`, remove)).status, 204)
  assert.equal((await graph.ask('POST', `${path}/removeKey`, remove)).rule, 'KEY-KNOWN')
  assert.equal((await graph.ask('GET', path)).body.keyCredentials.length, 1)
})

const unfit = {
  'another issuer': await proof({ iss: 'x' }),
  'another audience': await proof({ aud: 'x' }),
  'a time that is over': await proof({ nbf: now - 700, exp: now - 100 }),
  'a time to come': await proof({ nbf: now + 100, exp: now + 600 }),
  'more than ten minutes': await proof({ exp: now + 601 }),
  'no token at all': 'x',
}
for (const [what, given] of Object.entries(unfit)) {
  test(`a proof with ${what} proves nothing`, async () => {
    assert.equal((await addKey(given)).rule, 'KEY-PROOF')
  })
}
