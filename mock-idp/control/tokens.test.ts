import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import type { JournalEntry } from '../journal/journal.ts'
import {
  askToken,
  claimsOf,
  control,
  headerOf,
  type Mock,
  openMock,
  redemption,
  t1Request,
  tokenOf,
} from '../testing/mock-world.ts'

const path = `/tokens?tenant=${seedIds.contoso}`
const tc = {
  kind: 'user',
  user: 'bea@contoso.example',
  client: seedIds.intranet,
  audience: seedIds.concierge,
}

async function journal(mock: Mock): Promise<readonly JournalEntry[]> {
  const { body } = await control(mock, 'GET', `/requests?tenant=${seedIds.contoso}`)
  return body.requests as readonly JournalEntry[]
}

test('a token of a person is as the tenant issues it, and no entry of the journal', async () => {
  const mock = await openMock()
  const { status, body } = await control(mock, 'POST', path, tc)
  assert.equal(status, 201)
  assert.deepEqual(Object.keys(body), ['token'])
  const { aud, azp, oid, scp, ver } = claimsOf(String(body.token))
  assert.deepEqual(
    { aud, azp, oid, scp, ver },
    {
      aud: seedIds.concierge,
      azp: seedIds.intranet,
      oid: seedIds.bea,
      scp: 'access_agent',
      ver: '2.0',
    },
  )
  assert.deepEqual(await journal(mock), [])
})

for (const [what, change] of [
  ['other claims', { claims: { oid: seedIds.carlos } }],
  ['another header', { header: { kid: 'stranger' } }],
  ['the key of a stranger', { signWith: 'stranger' }],
  ['no signature', { signWith: 'none' }],
] as const) {
  test(`a token with ${what} is a forgery, when it is made and when it is presented`, async () => {
    const mock = await openMock()
    const { body } = await control(mock, 'POST', path, { ...tc, ...change })
    assert.equal(body.forgery, true)
    const t1 = tokenOf(await askToken(mock, t1Request))
    await askToken(
      mock,
      redemption(t1, {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        assertion: String(body.token),
      }),
    )
    const [made, , presented] = await journal(mock)
    assert.equal(made?.endpoint, 'forgery')
    assert.deepEqual(made?.outcome, { issued: 'forgery', claims: claimsOf(String(body.token)) })
    assert.deepEqual(presented?.forgeries, ['assertion'])
    const signature = String(body.token).split('.')[2]
    const text = JSON.stringify(await journal(mock))
    assert.ok(!signature || !text.includes(signature))
  })
}

test('a lifetime, scopes and methods of one’s own make no forgery: a tenant could choose them', async () => {
  const change = { lifetimeSeconds: -60, scopes: ['other'], methods: ['pwd'] }
  const { body } = await control(await openMock(), 'POST', path, { ...tc, ...change })
  assert.deepEqual(Object.keys(body), ['token'])
})

test('null takes a claim and a member of the header away', async () => {
  const change = { claims: { scp: null }, header: { kid: null, typ: 'at+jwt' } }
  const { body } = await control(await openMock(), 'POST', path, { ...tc, ...change })
  assert.ok(!('scp' in claimsOf(String(body.token))))
  assert.deepEqual(headerOf(String(body.token)), { typ: 'at+jwt', alg: 'RS256' })
})

for (const [what, change, mistake] of [
  ['user', { user: 'nobody@contoso.example' }, "unknown user 'nobody@contoso.example'"],
  ['client', { client: seedIds.outpost }, `unknown client '${seedIds.outpost}'`],
  ['audience', { audience: 'api://nobody' }, "unknown audience 'api://nobody'"],
] as const) {
  test(`a ${what} that the tenant does not have is named`, async () => {
    const { status, body } = await control(await openMock(), 'POST', path, { ...tc, ...change })
    assert.equal(status, 404)
    assert.match(JSON.stringify(body), new RegExp(mistake))
  })
}
