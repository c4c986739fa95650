import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds, seedSecrets } from '../../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  graphScope,
  mockOfContoso,
  openMock,
  type Parameters,
  redemption,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'

const idp = await openMock()
const t1 = tokenOf(await askToken(idp, t1Request))
const graph: Parameters = { ...t1Request, scope: graphScope, fmi_path: undefined }
const intranet: Parameters = {
  client_id: seedIds.intranet,
  client_secret: seedSecrets.intranet,
  scope: graphScope,
  grant_type: 'client_credentials',
}
const orders = `api://${seedIds.ordersApi}/.default`

const refusals: readonly [string, Parameters, string, number, string][] = [
  [
    'a blueprint that asks for an API',
    { ...graph, scope: orders },
    'RESOURCE-BLUEPRINT',
    82001,
    'unauthorized_client',
  ],
  ['an empty fmi_path', { ...t1Request, fmi_path: '' }, 'FMI-EMPTY', 90014, 'invalid_request'],
  ['no fmi_path', { ...t1Request, fmi_path: undefined }, 'FMI-PRESENT', 82008, 'invalid_request'],
  [
    'an fmi_path for another resource',
    { ...t1Request, scope: graphScope },
    'SCOPE-FMI-PATH',
    70066,
    'invalid_request',
  ],
  [
    'an fmi_path for a resource that no blueprint gets tokens for',
    { ...t1Request, scope: `api://${seedIds.ordersApi}/.default` },
    'SCOPE-FMI-PATH',
    70066,
    'invalid_request',
  ],
  [
    'an unknown fmi_path',
    { ...t1Request, fmi_path: seedIds.outpost },
    'FMI-KNOWN',
    700016,
    'unauthorized_client',
  ],
  [
    'an fmi_path that is no GUID',
    { ...t1Request, fmi_path: 'AzureAI/FMI' },
    'FMI-KNOWN',
    700016,
    'unauthorized_client',
  ],
  [
    'an fmi_path of an application',
    { ...t1Request, fmi_path: seedIds.intranet },
    'FMI-KNOWN',
    700016,
    'unauthorized_client',
  ],
  [
    'an fmi_path of another blueprint',
    { ...t1Request, fmi_path: seedIds.parcel },
    'FMI-OWN-AGENT',
    90013,
    'unauthorized_client',
  ],
  [
    'an application with an fmi_path',
    { ...intranet, fmi_path: seedIds.booking },
    'FMI-BLUEPRINT',
    90013,
    'unauthorized_client',
  ],
  [
    'an agent identity with an fmi_path',
    redemption(t1, { fmi_path: seedIds.booking }),
    'FMI-BLUEPRINT',
    90013,
    'unauthorized_client',
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

test('a blueprint is refused an API by its id and by that of the API', async () => {
  const { body } = await askToken(idp, { ...graph, scope: orders })
  assert.match(
    String(body.error_description),
    /^AADSTS82001: Agentic application '20000000-c0de-4a11-8000-000000000001' is not permitted to request app-only tokens for resource '50000000-c0de-4a11-8000-000000000001'\. Trace ID:/,
  )
})

test('a blueprint gets a Graph token without an fmi_path', async () => {
  const claims = claimsOf(tokenOf(await askToken(idp, graph)))
  assert.deepEqual(claims.roles, ['AgentIdentity.CreateAsManager'])
})

test('a resource that requires assignment is open only to clients with one of its roles', async () => {
  const mock = await mockOfContoso((tenant) => ({
    ...tenant,
    resources: (tenant.resources ?? []).map((one) => ({ ...one, assignmentRequired: true })),
  }))
  const answer = await askToken(mock, { ...intranet, scope: orders })
  assert.equal(answer.rule, 'RESOURCE-ASSIGNED')
  assert.deepEqual(answer.body.error_codes, [501051])
  assert.equal((await askToken(mock, redemption(t1, { scope: orders }))).status, 200)
})

test('a client that asks a token for itself names itself by its id', async () => {
  const mock = await mockOfContoso((tenant) => ({
    ...tenant,
    resources: [
      ...(tenant.resources ?? []),
      { appId: seedIds.intranet, displayName: 'Intranet', identifierUris: ['api://intranet'] },
    ],
  }))
  const byUri = await askToken(mock, { ...intranet, scope: 'api://intranet/.default' })
  assert.equal(byUri.rule, 'RESOURCE-SELF')
  const byId = await askToken(mock, { ...intranet, scope: `${seedIds.intranet}/.default` })
  assert.equal(byId.status, 200)
})
