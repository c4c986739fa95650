import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { type Asking, makeAgent, openGraph, sponsor } from '../testing/open-graph.ts'

const graph = await openGraph()
const made = await makeAgent(graph)
const { ask, snapshot, tokenFor } = graph
const blueprints = '/v1.0/applications/microsoft.graph.agentIdentityBlueprint'
const agents = '/v1.0/servicePrincipals/microsoft.graph.agentIdentity'
const sponsors = { 'sponsors@odata.bind': [sponsor] }
const fit = { displayName: 'B', ...sponsors }
const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
const guest = await tokenFor({ tenantId: seedIds.fabrikam, clientId: seedIds.concierge })
const [head = '', claims = '', signature = ''] = (await tokenFor({})).split('.')

type Bad = readonly [
  what: string,
  request: readonly [method: string, path: string, body?: unknown, asking?: Asking],
  answer: readonly [status: number, code: string, rule: string],
]

const bad: readonly Bad[] = [
  [
    'malformed JSON',
    ['POST', blueprints, '{"displayName":'],
    [400, 'BadRequest', 'GRAPH-BODY-JSON'],
  ],
  ['a list for a body', ['POST', blueprints, '[]'], [400, 'BadRequest', 'GRAPH-BODY-JSON']],
  [
    'another content type',
    ['POST', blueprints, fit, { headers: { 'content-type': 'text/plain' } }],
    [400, 'BadRequest', 'GRAPH-BODY-TYPE'],
  ],
  [
    'a body that is too large',
    ['POST', blueprints, '', { bodyTooLarge: true }],
    [413, 'RequestEntityTooLarge', 'GRAPH-BODY-SIZE'],
  ],
  [
    'an unknown property',
    ['POST', blueprints, { ...fit, colour: 'red' }],
    [400, 'Request_BadRequest', 'GRAPH-PROPERTY-KNOWN'],
  ],
  [
    'a property named __proto__',
    ['POST', blueprints, '{"displayName":"B","__proto__":{"a":1}}'],
    [400, 'Request_BadRequest', 'GRAPH-PROPERTY-KNOWN'],
  ],
  [
    'a property named constructor',
    ['POST', blueprints, { ...fit, constructor: 'x' }],
    [400, 'Request_BadRequest', 'GRAPH-PROPERTY-KNOWN'],
  ],
  [
    'deep nesting',
    ['POST', blueprints, `{"displayName":"B","nested":${deep}}`],
    [400, 'BadRequest', 'GRAPH-BODY-JSON'],
  ],
  [
    'a number for a text',
    ['POST', blueprints, { ...fit, displayName: 7 }],
    [400, 'Request_BadRequest', 'GRAPH-PROPERTY-VALUE'],
  ],
  [
    'a null for a name',
    ['POST', blueprints, { ...fit, displayName: null }],
    [400, 'Request_BadRequest', 'GRAPH-PROPERTY-VALUE'],
  ],
  [
    'an endless name',
    ['POST', blueprints, { ...fit, displayName: 'x'.repeat(100_000) }],
    [400, 'Request_BadRequest', 'GRAPH-PROPERTY-VALUE'],
  ],
  [
    'no name',
    ['POST', blueprints, sponsors],
    [400, 'Request_BadRequest', 'GRAPH-PROPERTY-REQUIRED'],
  ],
  [
    'no sponsor',
    ['POST', blueprints, { displayName: 'B' }],
    [400, 'Request_BadRequest', 'BLUEPRINT-SPONSOR'],
  ],
  [
    'an unknown sponsor',
    ['POST', blueprints, { displayName: 'B', 'sponsors@odata.bind': ['users/x'] }],
    [404, 'Request_ResourceNotFound', 'GRAPH-REFERENCE'],
  ],
  [
    'an agent identity as sponsor',
    ['POST', blueprints, { displayName: 'B', 'sponsors@odata.bind': [seedIds.booking] }],
    [400, 'Request_BadRequest', 'SPONSOR-KIND'],
  ],
  [
    'an unknown owner',
    [
      'POST',
      agents,
      { ...fit, agentIdentityBlueprintId: made.appId, 'owners@odata.bind': ['users/x'] },
    ],
    [404, 'Request_ResourceNotFound', 'GRAPH-REFERENCE'],
  ],
  [
    'a certificate that is none',
    [
      'POST',
      blueprints,
      { ...fit, keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key: 'eA==' }] },
    ],
    [400, 'Request_BadRequest', 'KEY-CERTIFICATE'],
  ],
  [
    'properties of public clients',
    ['POST', blueprints, { ...fit, isFallbackPublicClient: true }],
    [400, 'AgentBlueprint_IncompatibleProperty', 'BLUEPRINT-PROPERTY'],
  ],
  [
    'an unknown blueprint',
    ['POST', agents, { ...fit, agentIdentityBlueprintId: seedIds.intranet }],
    [400, 'AgentIdentity_IncompatibleParentType', 'AGENT-PARENT'],
  ],
  [
    'an object for a blueprint',
    ['POST', agents, { ...fit, agentIdentityBlueprintId: { toString: 1 } }],
    [400, 'Request_BadRequest', 'GRAPH-PROPERTY-VALUE'],
  ],
  [
    'credentials of an agent identity',
    ['POST', `/v1.0/servicePrincipals/${made.agentId}/addPassword`, {}],
    [400, 'AgentIdentity_CredentialsNotSupported', 'AGENT-CREDENTIALS'],
  ],
  ['an unknown path', ['GET', '/v1.0/agentIdentityBlueprints'], [400, 'BadRequest', 'GRAPH-PATH']],
  [
    'a path that cannot be decoded',
    ['GET', '/v1.0/users/%E0%A4%A'],
    [400, 'BadRequest', 'GRAPH-PATH'],
  ],
  [
    'a method that a path does not have',
    ['PUT', '/v1.0/users'],
    [405, 'Request_BadRequest', 'GRAPH-METHOD'],
  ],
  [
    'a filter that does not parse',
    ['GET', '/v1.0/applications?$filter=displayName eq'],
    [400, 'BadRequest', 'GRAPH-QUERY'],
  ],
  [
    'an unknown property in $select',
    ['GET', '/v1.0/applications?$select=colour'],
    [400, 'BadRequest', 'GRAPH-QUERY'],
  ],
  [
    'an unknown relation in $expand',
    ['GET', '/v1.0/applications?$expand=friends'],
    [400, 'BadRequest', 'GRAPH-QUERY'],
  ],
  [
    'an advanced query that is not eventual',
    ['GET', "/v1.0/applications?$filter=endswith(displayName,'x')"],
    [400, 'Request_UnsupportedQuery', 'GRAPH-QUERY-ADVANCED'],
  ],
  [
    'a page token of nobody',
    ['GET', '/v1.0/applications?$skiptoken=x'],
    [400, 'Directory_ExpiredPageToken', 'GRAPH-PAGE'],
  ],
  [
    'an oversize batch',
    [
      'POST',
      '/v1.0/$batch',
      {
        requests: Array.from({ length: 21 }, (_, id) => ({
          id: String(id),
          method: 'GET',
          url: '/me',
        })),
      },
    ],
    [400, 'MaximumValueExceeded', 'GRAPH-BATCH-SIZE'],
  ],
  [
    'no token',
    ['GET', '/v1.0/me', undefined, { token: '' }],
    [401, 'InvalidAuthenticationToken', 'GRAPH-TOKEN-PRESENT'],
  ],
  [
    'an expired token',
    ['GET', '/v1.0/me', undefined, { token: await tokenFor({ lifetimeSeconds: -1 }) }],
    [401, 'InvalidAuthenticationToken', 'GRAPH-TOKEN-TIME'],
  ],
  [
    'a token with another signature',
    [
      'GET',
      '/v1.0/me',
      undefined,
      { token: `${head}.${claims}.${signature.slice(0, -8)}AAAAAAAA` },
    ],
    [401, 'InvalidAuthenticationToken', 'GRAPH-TOKEN-GENUINE'],
  ],
  [
    'a token of a tenant that is not here',
    [
      'GET',
      '/v1.0/me',
      undefined,
      { token: `${head}.${Buffer.from('{"tid":"x"}').toString('base64url')}.${signature}` },
    ],
    [401, 'InvalidAuthenticationToken', 'GRAPH-TOKEN-GENUINE'],
  ],
  [
    'an object of another tenant',
    [
      'GET',
      `/v1.0/servicePrincipals/${seedIds.booking}`,
      undefined,
      {
        token: await tokenFor({
          tenantId: seedIds.fabrikam,
          clientId: seedIds.concierge,
          roles: ['AgentIdentity.Read.All', 'Application.Read.All'],
        }),
      },
    ],
    [404, 'Request_ResourceNotFound', 'GRAPH-OBJECT'],
  ],
  [
    'a token without permissions',
    ['GET', '/v1.0/applications', undefined, { token: guest }],
    [403, 'Authorization_RequestDenied', 'GRAPH-PERMISSION'],
  ],
]

for (const [what, [method, path, body, asking], [status, code, rule]] of bad) {
  test(`${what} is refused under ${rule} and leaves nothing`, async () => {
    const before = snapshot()
    const answer = await ask(method, path, body, asking)
    assert.deepEqual([answer.status, answer.body.error.code, answer.rule], [status, code, rule])
    assert.deepEqual(Object.keys(answer.body.error.innerError), [
      'date',
      'request-id',
      'client-request-id',
    ])
    assert.equal(snapshot(), before)
  })
}
