import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  openMock,
  type Parameters,
  redemption,
  t1Request,
  tokenOf,
} from '../testing/mock-world.ts'

const idp = await openMock()
const t1 = tokenOf(await askToken(idp, t1Request))

const refusals: readonly [string, Parameters, string, number, string][] = [
  [
    'no grant type',
    { ...t1Request, grant_type: undefined },
    'REQ-GRANT-TYPE',
    900144,
    'invalid_request',
  ],
  [
    'an empty grant type',
    { ...t1Request, grant_type: '' },
    'REQ-GRANT-TYPE',
    900144,
    'invalid_request',
  ],
  [
    'an unknown grant',
    { ...t1Request, grant_type: 'magic' },
    'REQ-GRANT',
    70003,
    'unsupported_grant_type',
  ],
  [
    'the grant of RFC 8693',
    { ...t1Request, grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange' },
    'REQ-GRANT',
    70003,
    'unsupported_grant_type',
  ],
  ['no client', { ...t1Request, client_id: undefined }, 'REQ-CLIENT-ID', 900144, 'invalid_request'],
  ['no scope', { ...t1Request, scope: undefined }, 'REQ-SCOPE', 90014, 'invalid_request'],
]

for (const [what, request, rule, number, error] of refusals) {
  test(`${what} is refused under ${rule}`, async () => {
    const answer = await askToken(idp, request)
    assert.equal(answer.rule, rule)
    assert.equal(answer.status, 400)
    assert.equal(answer.body.error, error)
    assert.deepEqual(answer.body.error_codes, [number])
  })
}

test('parameters that the flow does not know are ignored', async () => {
  const extras = { client_info: '2', claims: '{}', 'x-client-SKU': 'msal', resource: 'api://x' }
  assert.equal((await askToken(idp, { ...t1Request, ...extras })).status, 200)
})

test('ids are read in any letter case', async () => {
  const request = { ...t1Request, client_id: seedIds.concierge.toUpperCase() }
  assert.equal(claimsOf(tokenOf(await askToken(idp, request))).azp, seedIds.concierge)
  const booking = { client_id: seedIds.booking.toUpperCase() }
  assert.equal((await askToken(idp, redemption(t1, booking))).status, 200)
})
