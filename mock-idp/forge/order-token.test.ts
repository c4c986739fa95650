import assert from 'node:assert/strict'
import { createHmac, createPublicKey } from 'node:crypto'
import { test } from 'node:test'
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import { exchangeAppId } from '../directory/resource.ts'
import { seedIds } from '../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  control,
  nowMs,
  openMock,
  origin,
  redemption,
  t1Request,
  tokenOf,
  userFicRequest,
} from '../testing/mock-world.ts'

const { contoso, concierge, booking, bea, bookingUser, intranet } = seedIds
const graph = 'https://graph.microsoft.com'
const mock = await openMock()

async function ordered(order: Readonly<Record<string, unknown>>): Promise<string> {
  const { status, body } = await control(mock, 'POST', `/tokens?tenant=${contoso}`, order)
  assert.equal(status, 201, JSON.stringify(body))
  return String(body.token)
}

async function publishedKeys(): Promise<JSONWebKeySet> {
  const url = `${origin}/${contoso}/discovery/v2.0/keys`
  return JSON.parse(await (await mock.fetch(new Request(url))).text())
}

async function isSignedByTenant(token: string): Promise<boolean> {
  const currentDate = new Date(nowMs)
  return jwtVerify(token, createLocalJWKSet(await publishedKeys()), { currentDate }).then(
    () => true,
    () => false,
  )
}

/** Ids of a request and of time, which no two tokens share. */
const ofOneToken = ['uti', 'aio', 'sid', 'iat', 'nbf', 'exp', 'xms_ftd', 'xms_rd', 'rh']
function lasting(token: string): Readonly<Record<string, unknown>> {
  const claims = Object.entries(claimsOf(token)).filter(([name]) => !ofOneToken.includes(name))
  return Object.fromEntries(
    claims.map(([name, value]) =>
      // Facets are sets, with decoys.
      /_fct$|idrel/.test(name) ? [name, 'facets'] : [name, value],
    ),
  )
}

const t1 = tokenOf(await askToken(mock, t1Request))
const tc = { kind: 'user', user: 'bea@contoso.example', client: intranet, audience: concierge }
const onBehalfOf = async () =>
  redemption(t1, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion: await ordered(tc),
  })

const alike = [
  ['T1', { kind: 't1', client: concierge, agent: booking }, () => t1Request],
  [
    'T2',
    { kind: 't2', client: booking },
    () => redemption(t1, { scope: `${exchangeAppId}/.default` }),
  ],
  [
    'a token of an agent identity',
    { kind: 'agent', client: booking, audience: graph },
    () => redemption(t1),
  ],
  [
    'a token on behalf of a person',
    {
      kind: 'obo',
      client: booking,
      audience: graph,
      user: 'bea@contoso.example',
      scopes: ['openid', 'profile', 'email', 'User.Read', 'Mail.Read'],
    },
    onBehalfOf,
  ],
  [
    'a token of an agent user',
    {
      kind: 'agentUser',
      client: booking,
      audience: graph,
      scopes: ['openid', 'profile', 'email', 'User.Read', 'Mail.Read'],
    },
    () => userFicRequest(mock),
  ],
] as const

for (const [what, order, request] of alike) {
  test(`${what} that is ordered says what the token endpoint says`, async () => {
    const issued = tokenOf(await askToken(mock, await request()))
    const made = await ordered(order)
    assert.deepEqual(lasting(made), lasting(issued))
    assert.deepEqual(
      Object.keys(decodeProtectedHeader(made)),
      Object.keys(decodeProtectedHeader(issued)),
    )
  })
}

test('a token on behalf of a person names the agent and the person', async () => {
  const token = await ordered({
    kind: 'obo',
    client: booking,
    user: 'bea@contoso.example',
    audience: concierge,
  })
  const { azp, azpacr, oid, scp } = claimsOf(token)
  assert.deepEqual(
    { azp, azpacr, oid, scp },
    { azp: booking, azpacr: '2', oid: bea, scp: 'access_agent' },
  )
})

test('an agent user is that of the agent identity, unless the order names one', async () => {
  const token = await ordered({ kind: 'agentUser', client: booking, audience: graph })
  assert.equal(claimsOf(token).oid, bookingUser)
})

test('a version of one’s own gives a token of that form, and no forgery', async () => {
  const order = { kind: 'agent', client: booking, audience: concierge }
  const [first, second] = [
    claimsOf(await ordered({ ...order, version: 1 })),
    claimsOf(await ordered({ ...order, version: 2 })),
  ]
  assert.deepEqual(
    [first.ver, first.appid, second.ver, second.azp],
    ['1.0', booking, '2.0', booking],
  )
})

const mistakes = [
  [{ kind: 't1', client: booking, agent: booking }, `'${booking}' is no blueprint`],
  [{ kind: 't1', client: concierge, agent: concierge }, `'${concierge}' is no agent identity`],
  [{ kind: 't2', client: concierge }, `'${concierge}' is no agent identity`],
  [{ kind: 'obo', client: booking, audience: graph }, "unknown user ''"],
  [
    { kind: 'agentUser', client: seedIds.billing, audience: graph },
    `the agent identity '${seedIds.billing}' has no user`,
  ],
  [
    {
      kind: 'agent',
      client: booking,
      audience: graph,
      edits: [{ segment: 'signature', flipBit: 2048 }],
    },
    'there is no bit 2048: the segment has 2048',
  ],
] as const
for (const [order, problem] of mistakes) {
  test(`an order is refused with words: ${problem}`, async () => {
    const { status, body } = await control(mock, 'POST', `/tokens?tenant=${contoso}`, order)
    assert.equal(status, 404)
    assert.deepEqual(body.problems, [problem])
  })
}

test('the key of a stranger signs what no published key verifies, and its own key set does', async () => {
  const token = await ordered({ ...tc, signWith: 'stranger' })
  assert.equal(await isSignedByTenant(token), false)
  const { body } = await control(mock, 'GET', '/keys/stranger')
  const key = (body as unknown as JSONWebKeySet).keys[0]
  assert.ok(key)
  const verified = await jwtVerify(
    token,
    createLocalJWKSet({ keys: [{ ...key, kid: decodeProtectedHeader(token).kid ?? '' }] }),
    { currentDate: new Date(nowMs) },
  )
  assert.equal(verified.payload.oid, bea)
})

test('the key of another tenant is published, and names that tenant as its issuer', async () => {
  const token = await ordered({ ...tc, signWith: 'otherTenant' })
  assert.equal(await isSignedByTenant(token), true)
  const { kid } = decodeProtectedHeader(token)
  const key = (await publishedKeys()).keys.find((one) => one.kid === kid)
  assert.match(JSON.stringify(key), /"issuer":"[^"]*\/9188040d-6c67-4c5b-b112-36a304b66dad\/v2\.0"/)
})

test('the public key is the secret of an HMAC, in each form in which a verifier holds it', async () => {
  const [jwk] = (await publishedKeys()).keys
  const key = createPublicKey({ key: jwk as never, format: 'jwk' })
  const secrets = {
    hmacOfPem: key.export({ format: 'pem', type: 'spki' }),
    hmacOfDer: key.export({ format: 'der', type: 'spki' }),
    hmacOfModulus: String(jwk?.n),
  }
  for (const [signWith, secret] of Object.entries(secrets)) {
    for (const [alg, hash] of [
      [undefined, 'sha256'],
      ['HS512', 'sha512'],
    ] as const) {
      const token = await ordered({ ...tc, signWith, ...(alg && { header: { alg } }) })
      const [head, payload, signature] = token.split('.')
      const expected = createHmac(hash, secret).update(`${head}.${payload}`).digest('base64url')
      assert.equal(signature, expected, `${signWith} ${alg}`)
      assert.equal(decodeProtectedHeader(token).alg, alg ?? 'HS256')
    }
  }
})

test('a stranger signs with ES256, where the header says so', async () => {
  const token = await ordered({ ...tc, signWith: 'stranger', header: { alg: 'ES256' } })
  assert.equal(Buffer.from(token.split('.')[2] ?? '', 'base64url').length, 64)
})

test('an edited token is a forgery, and its answer says so', async () => {
  const { body, headers } = await control(mock, 'POST', `/tokens?tenant=${contoso}`, {
    ...tc,
    edits: [{ segment: 'signature', keep: 10 }],
  })
  assert.equal(body.forgery, true)
  assert.equal(headers.get('x-mock-forged'), 'true')
  assert.equal(String(body.token).split('.')[2]?.length, 10)
})
