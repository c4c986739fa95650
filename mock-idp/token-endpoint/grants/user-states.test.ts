import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../../directory/seed-ids.ts'
import {
  askToken,
  control,
  type Mock,
  mockOfContoso,
  openMock,
  origin,
  type Parameters,
  redemption,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'

const { contoso } = seedIds

async function tc(mock: Mock, user: string = seedIds.bea): Promise<string> {
  const order = { kind: 'user', user, client: seedIds.intranet, audience: seedIds.concierge }
  const { body } = await control(mock, 'POST', `/tokens?tenant=${contoso}`, order)
  return String(body.token)
}

async function exchange(mock: Mock, assertion: string, change: Parameters = {}) {
  const t1 = tokenOf(await askToken(mock, t1Request))
  const scope = 'https://graph.microsoft.com/.default offline_access'
  const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' }
  const use = { requested_token_use: 'on_behalf_of', assertion, scope }
  return askToken(mock, redemption(t1, { ...grant, ...use, ...change }))
}

async function refresh(mock: Mock, refreshToken: unknown) {
  const t1 = tokenOf(await askToken(mock, t1Request))
  const grant = { grant_type: 'refresh_token', refresh_token: String(refreshToken) }
  return askToken(mock, redemption(t1, { ...grant, scope: undefined }))
}

async function graph(mock: Mock, method: string, path: string, body?: unknown) {
  const token = await mock.graphToken({
    tenantId: contoso,
    origin,
    scopes: ['User.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All'],
  })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  const response = await mock.fetch(new Request(`https://graph.microsoft.com/v1.0${path}`, init))
  assert.ok(response.ok, `${method} ${path}: ${response.status}`)
  return response.status === 204 ? {} : await response.json()
}

/** By Microsoft Graph, a minute after everything was issued. */
async function later(mock: Mock, method: string, path: string, body?: unknown) {
  await control(mock, 'PUT', `/clock?tenant=${contoso}`, { advanceSeconds: 60 })
  return graph(mock, method, path, body)
}

const states: readonly [string, string, string, unknown, string, string, number][] = [
  [
    'disabled',
    'PATCH',
    `/users/${seedIds.bea}`,
    { accountEnabled: false },
    'OBO-USER-ENABLED',
    'REFRESH-USER-ENABLED',
    50057,
  ],
  [
    'deleted',
    'DELETE',
    `/users/${seedIds.bea}`,
    undefined,
    'OBO-USER-KNOWN',
    'REFRESH-USER-KNOWN',
    50034,
  ],
  [
    'signed out everywhere',
    'POST',
    `/users/${seedIds.bea}/revokeSignInSessions`,
    {},
    'OBO-USER-SESSION',
    'REFRESH-REVOKED',
    50173,
  ],
]
for (const [state, method, path, body, oboRule, refreshRule, number] of states) {
  test(`nobody acts on behalf of a user who was ${state}, with Tc or with a refresh token`, async () => {
    const mock = await openMock()
    const assertion = await tc(mock)
    const first = await exchange(mock, assertion)
    const token = first.body.refresh_token
    assert.equal((await refresh(mock, token)).status, 200)
    await later(mock, method, path, body)
    for (const [answer, rule] of [
      [await exchange(mock, assertion), oboRule],
      [await refresh(mock, token), refreshRule],
    ] as const) {
      assert.equal(answer.rule, rule)
      assert.equal(answer.body.error, 'invalid_grant')
      assert.deepEqual(answer.body.error_codes, [number])
    }
  })
}

test('who was signed out everywhere signs in again', async () => {
  const mock = await openMock()
  await later(mock, 'POST', `/users/${seedIds.bea}/revokeSignInSessions`, {})
  assert.equal((await exchange(mock, await tc(mock))).status, 200)
})

test('withdrawn consent ends what a refresh token is worth', async () => {
  const mock = await openMock()
  const { body } = await exchange(mock, await tc(mock))
  const { value } = await later(mock, 'GET', '/oauth2PermissionGrants')
  for (const { id, clientId } of value) {
    if (clientId === seedIds.booking) await graph(mock, 'DELETE', `/oauth2PermissionGrants/${id}`)
  }
  assert.equal((await refresh(mock, body.refresh_token)).rule, 'CONSENT-DELEGATED')
})

test('a refresh token of another tenant is one that nobody issued', async () => {
  const mock = await openMock()
  const { body } = await exchange(mock, await tc(mock))
  const t1 = tokenOf(
    await askToken(mock, { ...t1Request, fmi_path: seedIds.outpost }, { tenant: seedIds.fabrikam }),
  )
  const request = redemption(t1, {
    client_id: seedIds.outpost,
    grant_type: 'refresh_token',
    refresh_token: String(body.refresh_token),
  })
  const answer = await askToken(mock, request, { tenant: seedIds.fabrikam })
  assert.equal(answer.rule, 'REFRESH-KNOWN')
})

const requiring = (appRoles: 'of Bea' | 'of her group' | 'of nobody') =>
  mockOfContoso((tenant) => ({
    ...tenant,
    resources: [
      ...(tenant.resources ?? []),
      {
        appId: seedIds.concierge,
        principalId: seedIds.conciergePrincipal,
        displayName: 'Concierge',
        identifierUris: [`api://${seedIds.concierge}`],
        assignmentRequired: true,
      },
    ],
    groups: [{ id: seedIds.agentOwners, displayName: 'Team', members: [seedIds.bea] }],
  })).then(async (mock) => {
    const assign = (principalId: string) =>
      graphAssign(mock, principalId, seedIds.conciergePrincipal)
    if (appRoles === 'of Bea') await assign(seedIds.bea)
    if (appRoles === 'of her group') await assign(seedIds.agentOwners)
    return mock
  })

async function graphAssign(mock: Mock, principalId: string, resourceId: string) {
  const token = await mock.graphToken({
    tenantId: contoso,
    origin,
    scopes: ['AppRoleAssignment.ReadWrite.All', 'Application.Read.All'],
  })
  const appRoleId = '00000000-0000-0000-0000-000000000000'
  const response = await mock.fetch(
    new Request(
      `https://graph.microsoft.com/v1.0/servicePrincipals/${resourceId}/appRoleAssignedTo`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ principalId, resourceId, appRoleId }),
      },
    ),
  )
  assert.equal(response.status, 201)
}

test('a blueprint that requires assignment is closed to whoever is not assigned', async () => {
  const mock = await requiring('of nobody')
  const answer = await exchange(mock, await tc(mock))
  assert.equal(answer.rule, 'USER-ASSIGNED')
  assert.deepEqual(answer.body.error_codes, [50105])
  assert.match(String(answer.body.error_description), /'bea@contoso.example' is blocked because/)
})

for (const whose of ['of Bea', 'of her group'] as const) {
  test(`it is open by an assignment ${whose}, and to nobody else`, async () => {
    const mock = await requiring(whose)
    assert.equal((await exchange(mock, await tc(mock))).status, 200)
    const carlos = await exchange(mock, await tc(mock, seedIds.carlos))
    assert.equal(carlos.rule, 'USER-ASSIGNED')
  })
}

test('a test chooses how long tokens about users and refresh tokens last', async () => {
  const mock = await openMock()
  const chosen = { userTokenSeconds: 120, refreshTokenSeconds: 50 }
  await control(mock, 'PUT', `/lifetimes?tenant=${contoso}`, chosen)
  const { body } = await exchange(mock, await tc(mock))
  assert.equal(body.expires_in, 119)
  assert.equal((await refresh(mock, body.refresh_token)).status, 200)
  await control(mock, 'PUT', `/clock?tenant=${contoso}`, { advanceSeconds: 51 })
  assert.equal((await refresh(mock, body.refresh_token)).rule, 'REFRESH-TIME')
})

for (const claims of ['{', '[]', '"a"', 'null']) {
  test(`claims that are ${claims} are malformed`, async () => {
    const mock = await openMock()
    const answer = await exchange(mock, await tc(mock), { claims })
    assert.equal(answer.rule, 'REQ-CLAIMS')
    assert.equal(answer.body.error, 'invalid_request')
  })
}

test('claims that are an object are taken', async () => {
  const mock = await openMock()
  const claims = '{"access_token":{"xms_cc":{"values":["cp1"]}}}'
  assert.equal((await exchange(mock, await tc(mock), { claims })).status, 200)
})
