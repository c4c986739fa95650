import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds, seedSecrets } from '../../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  exchangeScope,
  mockOfContoso,
  nowMs,
  openMock,
  type Parameters,
  redemption,
  t1Request,
  tokenOf,
  userFicRequest,
} from '../../testing/mock-world.ts'

const idp = await openMock()
const ask = async (change: Parameters = {}) => askToken(idp, await userFicRequest(idp, change))

test('an agent identity gets a Graph token for its agent user', async () => {
  const answer = await ask()
  const claims = claimsOf(tokenOf(answer))
  const { aud, appid, appidacr, oid, upn, scp, idtyp, acr, amr, tid, ver } = claims
  assert.deepEqual(
    { aud, appid, appidacr, oid, upn, scp, idtyp, acr, amr, tid, ver },
    {
      aud: 'https://graph.microsoft.com',
      appid: seedIds.booking,
      appidacr: '2',
      oid: seedIds.bookingUser,
      upn: 'booking@contoso.example',
      scp: 'openid profile email User.Read Mail.Read',
      idtyp: 'user',
      acr: '0',
      amr: undefined,
      tid: seedIds.contoso,
      ver: '1.0',
    },
  )
  assert.equal(claims.xms_par_app_azp, seedIds.concierge)
  assert.deepEqual(String(claims.xms_sub_fct).split(' ').sort(), ['13', '3'])
  assert.deepEqual(String(claims.xms_act_fct).split(' ').sort(), ['11', '3', '9'])
})

test('the answer names what was granted, and has no refresh token that was not asked for', async () => {
  const { body } = await ask()
  assert.deepEqual(Object.keys(body), [
    'token_type',
    'scope',
    'expires_in',
    'ext_expires_in',
    'access_token',
  ])
  assert.equal(
    body.scope,
    'openid profile email https://graph.microsoft.com/User.Read https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/.default',
  )
})

test('it holds from 60 to 90 minutes, whatever is left of T2', async () => {
  const { body } = await ask()
  const claims = claimsOf(String(body.access_token))
  const seconds = Number(claims.exp) - nowMs / 1000
  assert.ok(seconds >= 3600 && seconds <= 5400, String(seconds))
  assert.equal(body.expires_in, seconds - 1)
})

test('offline_access brings a refresh token, openid an id_token, client_info the ids', async () => {
  const { body } = await ask({
    scope: 'https://graph.microsoft.com/.default openid profile offline_access',
    client_info: '1',
  })
  assert.match(String(body.refresh_token), /^1\.A[\w-]{128}$/)
  const { aud, oid, ver } = claimsOf(String(body.id_token))
  assert.deepEqual(
    { aud, oid, ver },
    { aud: seedIds.booking, oid: seedIds.bookingUser, ver: '2.0' },
  )
  assert.deepEqual(JSON.parse(Buffer.from(String(body.client_info), 'base64url').toString()), {
    uid: seedIds.bookingUser,
    utid: seedIds.contoso,
  })
})

test('the user may be named by the user principal name, in any letter case', async () => {
  const answer = await ask({ user_id: undefined, username: 'Booking@Contoso.example' })
  assert.equal(claimsOf(tokenOf(answer)).oid, seedIds.bookingUser)
})

test('one scope is issued alone, spelled as it was granted', async () => {
  const answer = await ask({ scope: 'https://graph.microsoft.com/mail.read' })
  assert.equal(claimsOf(tokenOf(answer)).scp, 'openid profile email Mail.Read')
  assert.equal(answer.body.scope, 'openid profile email https://graph.microsoft.com/Mail.Read')
})

const t1 = tokenOf(await askToken(idp, t1Request))
const otherT1 = tokenOf(await askToken(idp, { ...t1Request, fmi_path: seedIds.billing }))
const t2OfBilling = tokenOf(
  await askToken(idp, redemption(otherT1, { client_id: seedIds.billing, scope: exchangeScope })),
)
const refusals: readonly [string, Parameters, string, number, string][] = [
  [
    'no T2',
    { user_federated_identity_credential: undefined },
    'USERFIC-CREDENTIAL-PRESENT',
    900144,
    'invalid_request',
  ],
  ['no user', { user_id: undefined }, 'USERFIC-USER-PRESENT', 900144, 'invalid_request'],
  [
    'T1 in place of T2',
    { user_federated_identity_credential: t1 },
    'USERFIC-CREDENTIAL-AGENT',
    700213,
    'invalid_client',
  ],
  [
    'T2 of another agent identity',
    { user_federated_identity_credential: t2OfBilling },
    'USERFIC-CREDENTIAL-AGENT',
    700213,
    'invalid_client',
  ],
  [
    'a user principal name as user_id',
    { user_id: 'booking@contoso.example' },
    'USERFIC-USER-ID-GUID',
    50000,
    'server_error',
  ],
  ['an unknown user', { user_id: seedIds.outpost }, 'USERFIC-USER-KNOWN', 50034, 'invalid_grant'],
  ['a person', { user_id: seedIds.bea }, 'USERFIC-PARENT', 50034, 'invalid_grant'],
  [
    'a scope that was not granted',
    { scope: 'https://graph.microsoft.com/Files.Read' },
    'CONSENT-DELEGATED',
    65001,
    'invalid_grant',
  ],
  [
    'a resource without a grant',
    { scope: `api://${seedIds.ordersApi}/.default` },
    'CONSENT-DELEGATED',
    65001,
    'invalid_grant',
  ],
  [
    'two resources',
    { scope: `User.Read api://${seedIds.ordersApi}/x` },
    'SCOPE-ONE-RESOURCE',
    700022,
    'invalid_grant',
  ],
]
for (const [what, change, rule, number, error] of refusals) {
  test(`${what} is refused under ${rule}`, async () => {
    const answer = await ask(change)
    assert.equal(answer.rule, rule)
    assert.deepEqual(answer.body.error_codes, [number])
    assert.equal(answer.body.error, error)
  })
}

test('missing consent says so in suberror', async () => {
  const { body } = await ask({ scope: 'https://graph.microsoft.com/Files.Read' })
  assert.equal(body.suberror, 'consent_required')
  assert.equal(body.claims, undefined)
})

test('an ordinary application has no agent user', async () => {
  const answer = await ask({
    client_id: seedIds.intranet,
    client_secret: seedSecrets.intranet,
    client_assertion: undefined,
    client_assertion_type: undefined,
  })
  assert.equal(answer.rule, 'USERFIC-CLIENT')
})

test('an agent identity inherits what its blueprint was granted, where it lists the resource', async () => {
  const mock = await mockOfContoso((tenant) => ({
    ...tenant,
    blueprints: (tenant.blueprints ?? []).map((one) =>
      one.appId === seedIds.concierge
        ? {
            ...one,
            inheritablePermissions: [
              { resource: '00000003-0000-0000-c000-000000000000', scopes: 'all' },
            ],
          }
        : one,
    ),
    permissionGrants: [
      {
        client: seedIds.concierge,
        resource: '00000003-0000-0000-c000-000000000000',
        scope: 'Calendars.Read',
      },
    ],
  }))
  const answer = await askToken(mock, await userFicRequest(mock))
  assert.equal(claimsOf(tokenOf(answer)).scp, 'openid profile email Calendars.Read')
})
