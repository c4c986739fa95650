import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds, seedSecrets } from '../../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  control,
  exchangeScope,
  graphScope,
  nowMs,
  openMock,
  type Parameters,
  redemption,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'

const idp = await openMock()
const t1 = tokenOf(await askToken(idp, t1Request))

/** A token by the control API: by default Tc, with which Bea called Concierge through the intranet. */
async function order(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const asked = {
    kind: 'user',
    user: 'bea@contoso.example',
    client: seedIds.intranet,
    audience: seedIds.concierge,
  }
  const path = `/tokens?tenant=${seedIds.contoso}`
  const { status, body } = await control(idp, 'POST', path, { ...asked, ...change })
  assert.equal(status, 201, JSON.stringify(body))
  return String(body.token)
}

const exchange = (assertion: string, change: Parameters = {}) =>
  redemption(t1, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion,
    ...change,
  })
const ask = async (assertion: string, change: Parameters = {}) =>
  askToken(idp, exchange(assertion, change))

test('an agent identity gets a Graph token on behalf of the person who called its blueprint', async () => {
  const tc = await order()
  const claims = claimsOf(tokenOf(await ask(tc)))
  const { aud, appid, appidacr, oid, upn, scp, idtyp, acr, amr, xms_par_app_azp } = claims
  assert.deepEqual(
    { aud, appid, appidacr, oid, upn, scp, idtyp, acr, amr, xms_par_app_azp },
    {
      aud: 'https://graph.microsoft.com',
      appid: seedIds.booking,
      appidacr: '2',
      oid: seedIds.bea,
      upn: 'bea@contoso.example',
      scp: 'openid profile email User.Read Mail.Read',
      idtyp: 'user',
      acr: '1',
      amr: ['pwd', 'mfa'],
      xms_par_app_azp: seedIds.concierge,
    },
  )
  assert.equal(claims.sid, claimsOf(tc).sid)
})

test('it does not outlive the token of the person', async () => {
  const tc = await order({ lifetimeSeconds: 700 })
  assert.equal(claimsOf(tokenOf(await ask(tc))).exp, nowMs / 1000 + 700)
})

test('the sub differs by application, and stays the same for one', async () => {
  const tc = await order()
  const graph = claimsOf(tokenOf(await ask(tc)))
  const again = claimsOf(tokenOf(await ask(await order())))
  assert.notEqual(graph.sub, claimsOf(tc).sub)
  assert.equal(graph.sub, again.sub)
})

const forGraph = await order({ audience: 'https://graph.microsoft.com' })
const refusals: readonly [string, string, Parameters, string, number, string][] = [
  [
    'no requested_token_use',
    await order(),
    { requested_token_use: undefined },
    'OBO-USE',
    900144,
    'invalid_request',
  ],
  ['no token of a person', '', {}, 'OBO-ASSERTION-PRESENT', 900144, 'invalid_request'],
  ['what is no JWT', 'no.jwt', {}, 'OBO-ASSERTION-FORM', 50027, 'invalid_request'],
  [
    'an id_token',
    await order({ kind: 'idToken' }),
    {},
    'OBO-ASSERTION-ID-TOKEN',
    240002,
    'invalid_grant',
  ],
  ['a token for Graph', forGraph, {}, 'OBO-ASSERTION-GRAPH', 50013, 'invalid_grant'],
  [
    'a token that a stranger signed',
    await order({ signWith: 'stranger' }),
    {},
    'OBO-ASSERTION-SIGNATURE',
    50013,
    'invalid_grant',
  ],
  [
    'an unsigned token',
    await order({ signWith: 'none' }),
    {},
    'OBO-ASSERTION-SIGNATURE',
    50013,
    'invalid_grant',
  ],
  [
    'a token for another API',
    await order({ audience: seedIds.ordersApi }),
    {},
    'OBO-ASSERTION-AUDIENCE',
    500131,
    'invalid_grant',
  ],
  [
    'an expired token',
    await order({ lifetimeSeconds: -60 }),
    {},
    'OBO-ASSERTION-TIME',
    500133,
    'invalid_grant',
  ],
  [
    'a token without a user',
    await order({ kind: 'app' }),
    {},
    'OBO-ASSERTION-USER',
    7000114,
    'unauthorized_client',
  ],
  [
    'a scope without consent',
    await order(),
    { scope: 'https://graph.microsoft.com/Files.Read' },
    'CONSENT-DELEGATED',
    65001,
    'invalid_grant',
  ],
  [
    'a person who consented to nothing',
    await order({ user: 'ada@contoso.example' }),
    {},
    'CONSENT-DELEGATED',
    65001,
    'invalid_grant',
  ],
]
for (const [what, assertion, change, rule, number, error] of refusals) {
  test(`${what} is refused under ${rule}`, async () => {
    const answer = await ask(assertion, change)
    assert.equal(answer.rule, rule)
    assert.deepEqual(answer.body.error_codes, [number])
    assert.equal(answer.body.error, error)
  })
}

test('a blueprint does not exchange the token itself, whatever it proves', async () => {
  const answer = await ask(await order(), {
    client_id: seedIds.concierge,
    client_secret: seedSecrets.concierge,
    client_assertion: undefined,
    client_assertion_type: undefined,
  })
  assert.equal(answer.rule, 'OBO-BLUEPRINT')
  assert.deepEqual(answer.body.error_codes, [82002])
})

test('a refresh token brings the next token with a fresh T1, and to nobody else', async () => {
  const scope = `${graphScope} openid profile offline_access`
  const { body } = await ask(await order(), { scope })
  const refresh = (change: Parameters = {}) =>
    askToken(
      idp,
      redemption(t1, {
        grant_type: 'refresh_token',
        refresh_token: String(body.refresh_token),
        scope,
        ...change,
      }),
    )
  const next = await refresh()
  assert.equal(claimsOf(tokenOf(next)).oid, seedIds.bea)
  assert.notEqual(next.body.refresh_token, body.refresh_token)
  assert.equal(tokenOf(await refresh()).split('.').length, 3)

  const ofBilling = tokenOf(await askToken(idp, { ...t1Request, fmi_path: seedIds.billing }))
  const stolen = await refresh({ client_id: seedIds.billing, client_assertion: ofBilling })
  assert.equal(stolen.rule, 'REFRESH-CLIENT')
  assert.equal((await refresh({ refresh_token: '1.Anothing' })).rule, 'REFRESH-KNOWN')
  assert.equal((await refresh({ refresh_token: undefined })).rule, 'REFRESH-PRESENT')
})

test('T2 proves nobody at the exchange', async () => {
  const t2 = tokenOf(await askToken(idp, redemption(t1, { scope: exchangeScope })))
  assert.equal((await ask(await order(), { client_assertion: t2 })).rule, 'T1-SUBJECT')
})
