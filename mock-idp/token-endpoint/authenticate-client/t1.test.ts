import assert from 'node:assert/strict'
import { createPrivateKey } from 'node:crypto'
import { test } from 'node:test'
import { SignJWT } from 'jose'
import { exchangeAppId } from '../../directory/resource.ts'
import { seedIds, seedSecrets } from '../../directory/seed-ids.ts'
import { webPlatform } from '../../keys/web-platform.ts'
import {
  type Answer,
  askToken,
  claimsOf,
  control,
  exchangeScope,
  graphScope,
  headerOf,
  nowMs,
  openMock,
  redemption,
  storedSigningKey,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'

const idp = await openMock()
const t1 = tokenOf(await askToken(idp, t1Request))
const key = createPrivateKey((await storedSigningKey()).privateKeyPem)

/** T1 with other claims, signed with the key of the tenant. */
async function forged(change: object, header: object = {}): Promise<string> {
  return new SignJWT({ ...claimsOf(t1), ...change })
    .setProtectedHeader({ ...headerOf(t1), alg: 'RS256', ...header })
    .sign(key)
}

function refusedUnder(answer: Answer, rule: string, number: number): void {
  assert.equal(answer.rule, rule)
  assert.equal(answer.status, 401)
  assert.equal(answer.body.error, 'invalid_client')
  assert.deepEqual(answer.body.error_codes, [number])
}

test('T1 is redeemed for a resource token and for T2', async () => {
  assert.equal((await askToken(idp, redemption(t1))).status, 200)
  assert.equal((await askToken(idp, redemption(t1, { scope: exchangeScope }))).status, 200)
})

test('T1 is redeemed more than once', async () => {
  for (let times = 0; times < 2; times++) {
    assert.equal((await askToken(idp, redemption(t1))).status, 200)
  }
})

test('Only the agent identity that T1 names can redeem it', async () => {
  const answer = await askToken(idp, redemption(t1, { client_id: seedIds.billing }))
  refusedUnder(answer, 'T1-AGENT', 7002137)
  const prefix = '/eid1/c/pub/t/AAAAEN7AEUqAAAAAAAAAAQ/a/AAAAIN7AEUqAAAAAAAAAAQ'
  assert.match(
    String(answer.body.error_description),
    new RegExp(
      `presented assertion subject '${prefix}/${seedIds.booking}'. Please make sure the federated identity credential Subject is '${prefix}/${seedIds.billing}'.`,
    ),
  )
})

test('T1 of another blueprint is refused', async () => {
  const courier = {
    ...t1Request,
    client_id: seedIds.courier,
    client_secret: seedSecrets.courier,
    fmi_path: seedIds.parcel,
  }
  const other = tokenOf(await askToken(idp, courier))
  refusedUnder(await askToken(idp, redemption(other)), 'T1-PARENT', 7002137)
})

test('T1 of another tenant is refused by its issuer', async () => {
  const request = { ...t1Request, fmi_path: seedIds.outpost }
  const elsewhere = tokenOf(await askToken(idp, request, { tenant: seedIds.fabrikam }))
  const answer = await askToken(idp, redemption(elsewhere))
  refusedUnder(answer, 'T1-ISSUER', 700211)
  assert.match(
    String(answer.body.error_description),
    new RegExp(`presented assertion issuer 'https://localhost/${seedIds.fabrikam}/v2\\.0'\\.`),
  )
})

test('a Graph token of the blueprint is refused by its issuer', async () => {
  const request = { ...t1Request, scope: graphScope, fmi_path: undefined }
  const graph = tokenOf(await askToken(idp, request))
  refusedUnder(await askToken(idp, redemption(graph)), 'T1-ISSUER', 700211)
})

test('T2 is refused, since its subject is no path', async () => {
  const t2 = tokenOf(await askToken(idp, redemption(t1, { scope: exchangeScope })))
  refusedUnder(await askToken(idp, redemption(t2)), 'T1-SUBJECT', 700213)
})

test('T1 for an fmi_path in capitals is refused by its letter case', async () => {
  const path = seedIds.booking.toUpperCase()
  const first = tokenOf(await askToken(idp, { ...t1Request, fmi_path: path }))
  refusedUnder(await askToken(idp, redemption(first)), 'T1-AGENT-CASE', 7002138)
})

const nowSeconds = nowMs / 1000
const forgeries: readonly [string, object, string, number][] = [
  ['for another audience', { aud: 'https://graph.microsoft.com' }, 'T1-AUDIENCE', 700212],
  ['for the exchange by its URI', { aud: 'api://AzureADTokenExchange' }, 'T1-AUDIENCE', 700212],
  ['with another subject', { sub: 'anybody' }, 'T1-SUBJECT', 700213],
  ['that has not started', { nbf: nowSeconds + 301 }, 'T1-START', 700024],
  ['that has expired', { exp: nowSeconds }, 'T1-EXPIRED', 700024],
  ['of an issuer nobody knows', { iss: 'https://idp.example' }, 'T1-ISSUER', 700211],
]

for (const [what, change, rule, number] of forgeries) {
  test(`T1 ${what} is refused under ${rule}`, async () => {
    refusedUnder(await askToken(idp, redemption(await forged(change))), rule, number)
  })
}

test('the refusal of an expired T1 tells the three times with seven digits of a second', async () => {
  const jwt = await forged({ nbf: nowSeconds - 3900, exp: nowSeconds - 300 })
  const { body } = await askToken(idp, redemption(jwt))
  assert.match(
    String(body.error_description),
    /Current time: 2026-11-23T12:00:00\.0000000Z, assertion valid from 2026-11-23T10:55:00\.0000000Z, expiry time of assertion 2026-11-23T11:55:00\.0000000Z\./,
  )
})

test('a time that no calendar has is told as a number', async () => {
  const jwt = await forged({ nbf: 1e15 })
  const { rule, body } = await askToken(idp, redemption(jwt))
  assert.equal(rule, 'T1-START')
  assert.match(String(body.error_description), /assertion valid from 1000000000000000,/)
})

test('of several things that are wrong the issuer is told first and the time last', async () => {
  const wrong = { aud: 'x', sub: 'x', exp: 1 }
  const all = await forged({ ...wrong, iss: 'https://idp.example' })
  assert.equal((await askToken(idp, redemption(all))).rule, 'T1-ISSUER')
  assert.equal((await askToken(idp, redemption(await forged(wrong)))).rule, 'T1-AUDIENCE')
  const { aud: _, ...subjectAndTime } = wrong
  const third = await forged(subjectAndTime)
  assert.equal((await askToken(idp, redemption(third))).rule, 'T1-SUBJECT')
})

test('T1 that names an unpublished key is refused', async () => {
  const answer = await askToken(idp, redemption(await forged({}, { kid: 'unknown' })))
  refusedUnder(answer, 'T1-KEY', 7000272)
  assert.match(String(answer.body.error_description), /certificate with identifier unknown used/)
})

for (const platform of [undefined, webPlatform]) {
  const where = platform ? 'the web' : 'Node'
  test(`T1 whose signature does not verify is refused on ${where}`, async () => {
    const mock = await openMock(platform && { platform })
    const [header, payload, signature = ''] = t1.split('.')
    const other = Buffer.from(JSON.stringify({ ...claimsOf(t1), oid: 'x' })).toString('base64url')
    for (const jwt of [
      `${header}.${payload}.`,
      `${header}.${payload}.AAAA`,
      `${header}.${payload}.${signature.slice(4)}`,
      `${header}.${other}.${signature}`,
    ]) {
      refusedUnder(await askToken(mock, redemption(jwt)), 'T1-SIGNATURE', 7000274)
    }
  })
}

test('an algorithm that Entra does not sign with is refused, even with the right key', async () => {
  const jwt = await new SignJWT(claimsOf(t1))
    .setProtectedHeader({ ...headerOf(t1), alg: 'PS256' })
    .sign(key)
  refusedUnder(await askToken(idp, redemption(jwt)), 'T1-SIGNATURE', 7000274)
})

test('T1 is redeemed until it expires, by the clock of the tenant', async () => {
  const mock = await openMock()
  const first = tokenOf(await askToken(mock, t1Request))
  await control(mock, 'PUT', '/clock?tenant=contoso.example', { advanceSeconds: 3599 })
  assert.equal((await askToken(mock, redemption(first))).status, 200)
  await control(mock, 'PUT', '/clock?tenant=contoso.example', { advanceSeconds: 1 })
  assert.equal((await askToken(mock, redemption(first))).rule, 'T1-EXPIRED')
})

test('T1 stays good when its tenant signs with a new key', async () => {
  const mock = await openMock()
  const first = tokenOf(await askToken(mock, t1Request))
  await control(mock, 'POST', '/keys?tenant=contoso.example')
  const second = tokenOf(await askToken(mock, redemption(first)))
  assert.notEqual(headerOf(second).kid, headerOf(first).kid)
  assert.equal(claimsOf(first).aud, exchangeAppId)
})
