import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { seedIds, seedSecrets } from './directory/seed-ids.ts'
import {
  answerOf,
  askToken,
  claimsOf,
  exchangeScope,
  graphScope,
  headerOf,
  nowMs,
  openMock,
  origin,
  redemption,
  t1Request,
  tokenOf,
} from './testing/mock-world.ts'

const idp = await openMock()
const t1 = tokenOf(await askToken(idp, t1Request))

test('an agent identity gets a token in two steps', async () => {
  assert.equal(claimsOf(t1).azp, seedIds.concierge)
  assert.equal(claimsOf(t1).azpacr, '1')
  assert.match(String(claimsOf(t1).sub), new RegExp(`/${seedIds.booking}$`))
  const { appid, oid, sub, xms_par_app_azp, roles, appidacr, aud, xms_act_fct } = claimsOf(
    tokenOf(await askToken(idp, redemption(t1))),
  )
  assert.deepEqual(
    { appid, oid, sub },
    {
      appid: seedIds.booking,
      oid: seedIds.booking,
      sub: seedIds.booking,
    },
  )
  assert.equal(xms_par_app_azp, seedIds.concierge)
  assert.deepEqual(roles, ['User.Read.All'])
  assert.equal(appidacr, '2')
  assert.equal(aud, 'https://graph.microsoft.com')
  assert.deepEqual(String(xms_act_fct).split(' ').sort(), ['11', '3', '9'])
})

test('a token answer holds four members, in their order', async () => {
  const { body, status } = await askToken(idp, t1Request)
  assert.equal(status, 200)
  const { access_token, ...rest } = body
  assert.equal(typeof access_token, 'string')
  assert.deepEqual(rest, { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 })
  assert.equal(Object.keys(body).join(' '), 'token_type expires_in ext_expires_in access_token')
})

/** The claims of each kind of token, as the public captures have them. */
const claimNames = {
  t1: 'aio aud azp azpacr exp iat idtyp iss nbf oid rh sub tid uti ver xms_act_fct xms_ficinfo xms_ftd xms_idrel xms_sub_fct',
  t2: 'aio aud azp azpacr exp iat idtyp iss nbf oid rh sub tid uti ver xms_act_fct xms_ficinfo xms_ftd xms_idrel xms_par_app_azp xms_sub_fct',
  agentAtGraph:
    'aio app_displayname appid appidacr aud exp iat idp idtyp iss nbf oid rh roles sub tenant_region_scope tid uti ver wids xms_act_fct xms_ftd xms_idrel xms_par_app_azp xms_rd xms_sub_fct xms_tcdt xms_tnt_fct',
  blueprintAtGraph:
    'aio app_displayname appid appidacr aud exp iat idp idtyp iss nbf oid rh roles sub tenant_region_scope tid uti ver wids xms_acd xms_act_fct xms_ftd xms_idrel xms_rd xms_sub_fct xms_tcdt xms_tnt_fct',
  plain: 'aio aud azp azpacr exp iat iss nbf oid rh sub tid uti ver xms_ftd',
} as const

const kinds = [
  ['T1', t1Request, claimNames.t1],
  ['T2', redemption(t1, { scope: exchangeScope }), claimNames.t2],
  ['a Graph token of an agent identity', redemption(t1), claimNames.agentAtGraph],
  [
    'a Graph token of a blueprint',
    { ...t1Request, scope: graphScope, fmi_path: undefined },
    claimNames.blueprintAtGraph,
  ],
  [
    'a token of an agent identity for an API without optional claims',
    redemption(t1, { scope: `api://${seedIds.ordersApi}/.default` }),
    claimNames.plain.replace('rh', 'rh roles'),
  ],
  [
    'a token of an agent identity for an API with optional claims',
    redemption(t1, { scope: `api://${seedIds.ledgerApi}/.default` }),
    'aio aud azp azpacr exp iat idtyp iss nbf oid rh sub tid uti ver xms_act_fct xms_ftd xms_idrel xms_par_app_azp xms_sub_fct xms_tnt_fct',
  ],
  [
    'a token of an ordinary application',
    {
      client_id: seedIds.intranet,
      client_secret: seedSecrets.intranet,
      scope: `${seedIds.ordersApi}/.default`,
      grant_type: 'client_credentials',
    },
    claimNames.plain,
  ],
] as const

for (const [what, request, names] of kinds) {
  test(`${what} has exactly the claims of captured ones`, async () => {
    const claims = claimsOf(tokenOf(await askToken(idp, request)))
    assert.equal(Object.keys(claims).sort().join(' '), names)
  })
}

test('every token is signed with a key that its tenant publishes', async () => {
  const keys = await answerOf(
    await idp.fetch(new Request(`${origin}/${seedIds.contoso}/discovery/v2.0/keys`)),
  )
  const jwks = createLocalJWKSet({ keys: keys.body.keys as [] })
  for (const [, request] of kinds) {
    const token = tokenOf(await askToken(idp, request))
    await jwtVerify(token, jwks, { algorithms: ['RS256'], currentDate: new Date(nowMs) })
  }
})

test('uti, the trace id and the request id are the same GUID', async () => {
  const { headers, body } = await askToken(idp, t1Request)
  const uti = Buffer.from(String(claimsOf(String(body.access_token)).uti), 'base64url')
  const requestId = headers.get('x-ms-request-id') ?? ''
  assert.equal(uti.subarray(8).toString('hex'), requestId.replaceAll('-', '').slice(16))
  assert.match(requestId, /00$/)
})

test('the host of a request decides the issuer of its token', async () => {
  for (const [at, v1, v2] of [
    ['https://login.microsoftonline.com', 'https://sts.windows.net', undefined],
    ['https://login.windows.net', 'https://sts.windows.net', 'https://login.microsoftonline.com'],
    ['https://localhost:8443', 'https://localhost:8443', undefined],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000', undefined],
  ] as const) {
    const first = tokenOf(await askToken(idp, t1Request, { at }))
    assert.equal(claimsOf(first).iss, `${v2 ?? at}/${seedIds.contoso}/v2.0`)
    const second = tokenOf(await askToken(idp, redemption(first), { at }))
    assert.equal(claimsOf(second).iss, `${v1}/${seedIds.contoso}/`)
  }
})

test('T1 of one host is redeemed under another, since both are the same mock', async () => {
  const answer = await askToken(idp, redemption(t1), { at: 'https://login.microsoftonline.com' })
  assert.equal(answer.status, 200)
})

test('a tenant is named by its domain, and its tokens by its id', async () => {
  const token = tokenOf(await askToken(idp, t1Request, { tenant: 'CONTOSO.example' }))
  assert.equal(claimsOf(token).tid, seedIds.contoso)
})

test('a guest blueprint obtains T1 for an agent identity where it is a guest', async () => {
  const request = { ...t1Request, fmi_path: seedIds.outpost }
  const first = tokenOf(await askToken(idp, request, { tenant: seedIds.fabrikam }))
  assert.equal(claimsOf(first).oid, seedIds.conciergeAtFabrikam)
  const second = await askToken(idp, redemption(first, { client_id: seedIds.outpost }), {
    tenant: seedIds.fabrikam,
  })
  const claims = claimsOf(tokenOf(second))
  assert.equal(claims.appid, seedIds.outpost)
  assert.equal(claims.tenant_region_scope, 'EU')
  assert.equal('roles' in claims, false)
})

test('a mock without options knows Contoso and signs with a key of its own', async () => {
  const { createMockIdp } = await import('./create-mock-idp.ts')
  const own = await createMockIdp()
  const earliest = Math.floor(Date.now() / 1000)
  const token = tokenOf(await askToken(own, t1Request))
  const latest = Math.floor(Date.now() / 1000)
  assert.notEqual(headerOf(token).kid, headerOf(t1).kid)
  const expires = Number(claimsOf(token).exp)
  assert.ok(expires > earliest + 3590 && expires <= latest + 3600)
  assert.equal((await askToken(own, redemption(token))).status, 200)
})

test('a mock on Node answers what a mock on the web answers', async () => {
  const { createMockIdp } = await import('./node.ts')
  const onNode = await createMockIdp()
  const token = tokenOf(await askToken(onNode, t1Request))
  assert.equal((await askToken(onNode, redemption(token))).status, 200)
})

test('a directory that cannot be used is refused with every mistake and its place', async () => {
  const tenants = [{ tenantId: 'contoso', displayName: '' }]
  await assert.rejects(openMock({ directory: { tenants } }), {
    name: 'DirectoryProblem',
    problems: [
      'tenants[0].tenantId: expected a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      'tenants[0].displayName: Too small: expected string to have >=1 characters',
    ],
  })
})

test('a waived rule lets every tenant through, and a tampered token says something else', async () => {
  const mock = await openMock({
    waivedRules: ['CRED-SECRET'],
    tamper: (claims) => ({ ...claims, tampered: true }),
  })
  const answer = await askToken(mock, { ...t1Request, client_secret: 'wrong' })
  assert.equal(claimsOf(tokenOf(answer)).tampered, true)
})

test('who wants to know is told of every request, with secrets masked', async () => {
  const told: (readonly [string | undefined, number, string | undefined])[] = []
  const mock = await openMock({
    onRequest: ({ tenantId, httpStatus, parameters }) =>
      told.push([tenantId, httpStatus, parameters.client_secret]),
  })
  await askToken(mock, t1Request)
  await askToken(mock, t1Request, { tenant: 'unknown.example' })
  await mock.fetch(new Request(`https://localhost/${seedIds.contoso}/discovery/v2.0/keys`))
  await mock.fetch(new Request('https://localhost/nowhere'))
  assert.deepEqual(told, [
    [seedIds.contoso, 200, '***'],
    [undefined, 400, '***'],
    [seedIds.contoso, 200, undefined],
    [undefined, 404, undefined],
  ])
})
