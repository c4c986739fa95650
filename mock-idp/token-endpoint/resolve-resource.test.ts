import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchangeAppId, graphAppId } from '../directory/resource.ts'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  exchangeScope,
  graphScope,
  mockOfContoso,
  openMock,
  type Parameters,
  t1Request,
  tokenOf,
} from '../testing/mock-world.ts'

const idp = await openMock()
const intranet: Parameters = {
  client_id: seedIds.intranet,
  client_secret: seedSecrets.intranet,
  scope: graphScope,
  grant_type: 'client_credentials',
}
const orders = `api://${seedIds.ordersApi}/.default`

const refusals: readonly [string, Parameters, string, number, string][] = [
  [
    'two resources',
    { ...intranet, scope: `${graphScope} ${orders}` },
    'SCOPE-SINGLE',
    70011,
    'invalid_scope',
  ],
  [
    'a single permission',
    { ...intranet, scope: 'https://graph.microsoft.com/User.Read' },
    'SCOPE-DEFAULT',
    1002012,
    'invalid_scope',
  ],
  [
    'a scope without a resource',
    { ...intranet, scope: '.default' },
    'SCOPE-DEFAULT',
    1002012,
    'invalid_scope',
  ],
  [
    '.default and a permission',
    { ...intranet, scope: `${graphScope} https://graph.microsoft.com/User.Read` },
    'SCOPE-DEFAULT',
    1002012,
    'invalid_scope',
  ],
  [
    'nothing but OIDC scopes',
    { ...intranet, scope: 'openid profile offline_access' },
    'SCOPE-DEFAULT',
    1002012,
    'invalid_scope',
  ],
  [
    'an OIDC scope that no library adds',
    { ...intranet, scope: `${graphScope} email` },
    'SCOPE-DEFAULT',
    1002012,
    'invalid_scope',
  ],
  [
    'two resources and OIDC scopes',
    { ...intranet, scope: `${graphScope} ${orders} openid` },
    'SCOPE-SINGLE',
    70011,
    'invalid_scope',
  ],
  [
    'an unknown resource',
    { ...intranet, scope: 'api://unknown/.default' },
    'RESOURCE-KNOWN',
    500011,
    'invalid_resource',
  ],
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

for (const scope of [
  'api://AzureAdTokenExchange/.default',
  'API://AZUREADTOKENEXCHANGE/.default',
  `${exchangeAppId}/.default`,
  ` ${exchangeScope} `,
  `${exchangeScope}  `,
  `${exchangeScope} openid profile offline_access`,
  `${exchangeScope} openid offline_access profile`,
  `openid profile offline_access ${exchangeScope}`,
]) {
  test(`the exchange is found under ${JSON.stringify(scope)}`, async () => {
    const claims = claimsOf(tokenOf(await askToken(idp, { ...t1Request, scope })))
    assert.equal(claims.aud, 'fb60f99c-7a34-4190-8149-302f77469936')
  })
}

test('a version 1 token names its resource as the request did, in the spelling of the directory', async () => {
  const audience = async (scope: string) =>
    claimsOf(tokenOf(await askToken(idp, { ...intranet, scope }))).aud
  assert.equal(
    await audience('HTTPS://Graph.Microsoft.com/.default'),
    'https://graph.microsoft.com',
  )
  assert.equal(await audience(`${graphAppId}/.default`), graphAppId)
  assert.equal(
    await audience('https://graph.microsoft.com//.default'),
    'https://graph.microsoft.com/',
  )
})

test('a disabled resource is refused', async () => {
  const mock = await mockOfContoso((tenant) => ({
    ...tenant,
    resources: (tenant.resources ?? []).map((one) => ({ ...one, enabled: false })),
  }))
  const answer = await askToken(mock, { ...intranet, scope: orders })
  assert.equal(answer.rule, 'RESOURCE-ENABLED')
  assert.deepEqual(answer.body.error_codes, [500014])
})
