import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../../directory/seed-ids.ts'
import { claimsOf, control } from '../../testing/mock-world.ts'
import { bea, contoso, desk, openBrowser } from '../../testing/open-browser.ts'

/** RFC 7636, appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

type Parameters = Readonly<Record<string, string | undefined>>

/** A code of the Intranet for Bea, and what redeems it. */
async function openCode(changes: Parameters = {}) {
  const browser = await openBrowser({ automatic: true })
  const { at } = await browser.authorize({ login_hint: 'bea@contoso.example', ...changes })
  const code = at.get('code')
  assert.ok(code, at.get('error_description') ?? '')
  return { ...browser, code }
}

test('a code brings the token of the person, with a refresh token and an id_token as they were asked for', async () => {
  const { code, redeem } = await openCode({ nonce: 'a nonce' })
  const { response, body } = await redeem(code, { client_info: '1' })
  assert.equal(response.status, 200)
  assert.deepEqual(Object.keys(body), [
    'token_type',
    'scope',
    'expires_in',
    'ext_expires_in',
    'access_token',
    'refresh_token',
    'id_token',
    'client_info',
  ])
  const { aud, azp, oid, scp } = claimsOf(body.access_token)
  assert.deepEqual(
    { aud, azp, oid, scp },
    { aud: seedIds.concierge, azp: seedIds.intranet, oid: bea, scp: 'access_agent' },
  )
  assert.equal(claimsOf(body.id_token).nonce, 'a nonce')
})

test('of a hundred redemptions at the same time one succeeds', async () => {
  const { code, redeem } = await openCode({
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  const more = { code_verifier: verifier }
  const answers = await Promise.all(Array.from({ length: 100 }, () => redeem(code, more)))
  const rules = answers.map(({ rule }) => rule)
  assert.equal(rules.filter((rule) => rule === null).length, 1)
  assert.equal(rules.filter((rule) => rule === 'CODE-ONCE').length, 99)
})

const mistakes: readonly (readonly [rule: string, changes: Parameters])[] = [
  ['CODE-PRESENT', { code: undefined }],
  ['CODE-REDIRECT-PRESENT', { redirect_uri: undefined }],
  ['CODE-KNOWN', { code: 'no-code' }],
  ['CODE-REDIRECT', { redirect_uri: 'http://localhost:1/signed-in' }],
  ['CODE-VERIFIER-ABSENT', { code_verifier: verifier }],
  ['CRED-CONFIDENTIAL', { client_secret: undefined }],
  ['CRED-SECRET', { client_secret: 'wrong' }],
  [
    'CODE-CLIENT',
    { client_id: seedIds.provisioner, client_secret: 'provisioner-secret-for-tests-only' },
  ],
]

for (const [rule, changes] of mistakes) {
  test(`a redemption that breaks ${rule} leaves the code as it is`, async () => {
    const { code, redeem } = await openCode()
    assert.equal((await redeem(code, changes)).rule, rule)
    assert.equal((await redeem(code)).response.status, 200)
  })
}

test('a code lives for ten minutes on the clock of its tenant', async () => {
  for (const [offsetSeconds, rule] of [
    [599, null],
    [600, 'CODE-TIME'],
  ] as const) {
    const { code, redeem, mock } = await openCode()
    await control(mock, 'PUT', `/clock?tenant=${contoso}`, { offsetSeconds })
    assert.equal((await redeem(code)).rule, rule)
  }
})

test('the verifier is the one of the challenge, hashed or plain', async () => {
  const asked = [
    { code_challenge: challenge, code_challenge_method: 'S256' },
    { code_challenge: verifier, code_challenge_method: 'plain' },
    { code_challenge: verifier },
  ]
  for (const changes of asked) {
    const { code, redeem } = await openCode(changes)
    assert.equal((await redeem(code)).rule, 'CODE-VERIFIER-PRESENT')
    assert.equal((await redeem(code, { code_verifier: `${verifier}x` })).rule, 'CODE-VERIFIER')
    assert.equal((await redeem(code, { code_verifier: verifier })).response.status, 200)
  }
})

test('a single-page application redeems from a browser without a credential, for a day', async () => {
  const own = { client_id: desk, redirect_uri: 'http://localhost:5173/desk' }
  const scope = 'User.Read offline_access'
  const asked = { ...own, scope, code_challenge: challenge, code_challenge_method: 'S256' }
  const { code, redeem, mock } = await openCode(asked)
  const sent = { ...own, client_secret: undefined, code_verifier: verifier }
  const origin = { origin: 'http://localhost:5173' }
  assert.equal((await redeem(code, sent)).rule, 'CRED-SPA-ORIGIN')
  assert.equal((await redeem(code, { ...sent, client_secret: 'any' }, origin)).rule, 'CRED-PUBLIC')
  const { response, body } = await redeem(code, sent, origin)
  assert.equal(response.headers.get('access-control-allow-origin'), '*')
  assert.equal(claimsOf(body.access_token).appidacr, '0')
  const refresh = (token: string) =>
    redeem(
      '',
      {
        grant_type: 'refresh_token',
        client_id: desk,
        client_secret: undefined,
        refresh_token: token,
      },
      origin,
    )
  await control(mock, 'PUT', `/clock?tenant=${contoso}`, { offsetSeconds: 86_000 })
  const renewed = await refresh(body.refresh_token)
  assert.equal(renewed.response.status, 200)
  await control(mock, 'PUT', `/clock?tenant=${contoso}`, { offsetSeconds: 86_401 })
  assert.equal((await refresh(renewed.body.refresh_token)).rule, 'REFRESH-SPA-TIME')
})

test('a single-page application without PKCE gets nothing', async () => {
  const own = { client_id: desk, redirect_uri: 'http://localhost/desk' }
  const { code, redeem } = await openCode({ ...own, scope: 'User.Read' })
  const sent = { ...own, client_secret: undefined }
  assert.equal(
    (await redeem(code, sent, { origin: 'http://localhost' })).rule,
    'CODE-SPA-CHALLENGE',
  )
})

test('a web application does not redeem from a browser', async () => {
  const { code, redeem } = await openCode()
  assert.equal((await redeem(code, {}, { origin: 'http://localhost' })).rule, 'CRED-ORIGIN-SPA')
})

test('a public client on this machine renews without a credential', async () => {
  const own = { client_id: desk, redirect_uri: 'http://localhost:49152' }
  const { code, redeem } = await openCode({ ...own, scope: 'openid offline_access' })
  const sent = { ...own, client_secret: undefined }
  const { body } = await redeem(code, sent)
  assert.equal(claimsOf(body.id_token).oid, bea)
  const renewal = { ...sent, grant_type: 'refresh_token', refresh_token: body.refresh_token }
  assert.equal((await redeem('', renewal)).response.status, 200)
  assert.equal((await redeem('', { ...renewal, client_secret: 'any' })).rule, 'CRED-PUBLIC')
})

test('a web application renews with its secret alone', async () => {
  const { code, redeem } = await openCode()
  const { body } = await redeem(code)
  const renewal = { grant_type: 'refresh_token', refresh_token: body.refresh_token }
  const { body: renewed } = await redeem('', renewal)
  assert.equal(claimsOf(renewed.access_token).sid, claimsOf(body.access_token).sid)
  assert.equal(
    (await redeem('', { ...renewal, client_secret: undefined })).rule,
    'CRED-CONFIDENTIAL',
  )
})

test('a code of another tenant is told from one of nobody', async () => {
  const { code, redeem } = await openCode()
  const guest = { client_id: seedIds.concierge, client_secret: 'concierge-secret-for-tests-only' }
  assert.equal((await redeem(code, guest, {}, seedIds.fabrikam)).rule, 'CODE-TENANT')
})

test('a code of a person who has left is worth nothing', async () => {
  const { code, redeem, mock } = await openCode()
  await mock.tenants.replace({
    tenantId: contoso,
    displayName: 'Contoso',
    applications: [
      {
        appId: seedIds.intranet,
        displayName: 'Intranet',
        secrets: [{ value: 'intranet-secret-for-tests-only' }],
        principal: { id: seedIds.intranetPrincipal },
      },
    ],
  })
  assert.equal((await redeem(code)).rule, 'CODE-USER-KNOWN')
})
