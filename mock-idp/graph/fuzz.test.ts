import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../tests/support/exhaustive.ts'
import { graphAppId } from '../directory/resource.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { provisioningScopes } from '../tenants/graph-token.ts'
import { makeAgent, openGraph } from '../testing/open-graph.ts'
import { operations } from './entities/index.ts'

/** The same each time: ids are drawn from the same seed. */
async function open() {
  const graph = await openGraph()
  const made = await makeAgent(graph)
  return { graph, made }
}
const { graph, made } = await open()
const scopes = [...provisioningScopes, 'User.ReadWrite.All', 'Directory.Read.All']
const token = await graph.tokenFor({ scopes })
const ids = [...Object.values(seedIds), ...Object.values(made), graphAppId, 'x', '__proto__', "'"]
const usualIds: Readonly<Record<string, readonly string[]>> = {
  applications: [made.blueprintId, seedIds.intranet],
  serviceprincipals: [made.agentId, made.principalId, seedIds.intranetPrincipal, graphAppId],
  users: [seedIds.administrator, 'ada@contoso.example'],
  groups: [seedIds.agentOwners],
}
const names = [
  ...[
    'displayName',
    'appId',
    'description',
    'tags',
    'api',
    'appRoles',
    'identifierUris',
    'web',
    'info',
  ],
  ...[
    'keyCredentials',
    'passwordCredential',
    'passwordCredentials',
    'keyCredential',
    'proof',
    'keyId',
  ],
  ...['agentIdentityBlueprintId', 'agentAppId', 'sponsors@odata.bind', 'owners@odata.bind'],
  ...['@odata.type', '@odata.id', 'identityParentId', 'identityParent', 'userPrincipalName'],
  ...['accountEnabled', 'mailNickname', 'principalId', 'resourceId', 'appRoleId', 'clientId'],
  ...[
    'consentType',
    'scope',
    'issuer',
    'subject',
    'audiences',
    'name',
    'resourceAppId',
    'requests',
  ],
  ...[
    'inheritableScopes',
    'inheritableRoles',
    'addLicenses',
    'removeLicenses',
    'verifiedPublisherId',
  ],
  ...['servicePrincipalNames', 'uniqueName', 'toString', '__proto__', 'constructor', 'nonsense'],
]
const text = fc.oneof(
  fc.constantFrom(...ids, 'AllPrincipals', 'User.Read', 'api://x', '#microsoft.graph.agentUser'),
  fc.constantFrom('#microsoft.graph.agentIdentity', 'a@contoso.example', '2026-11-23T12:00:00Z'),
  fc.string({ maxLength: 12 }),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(null, true, 0, -1.5, 1e300),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...names, 'toString', 'valueOf'), tie('value'), {
    maxKeys: 4,
  }),
}))
const sponsors = { 'sponsors@odata.bind': [seedIds.administrator] }
/** Bodies that are right, by the last name in the path: one property of them is made wrong. */
const usualBodies: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  applications: [
    { displayName: 'B', ...sponsors },
    { identifierUris: ['api://x'], api: { requestedAccessTokenVersion: 1 }, tags: ['x'] },
  ],
  servicePrincipals: [
    {
      '@odata.type': '#graph.agentIdentity',
      displayName: 'A',
      agentAppId: made.appId,
      ...sponsors,
    },
    { appId: seedIds.intranet },
    { accountEnabled: false, appRoleAssignmentRequired: true },
  ],
  users: [
    {
      displayName: 'U',
      userPrincipalName: 'u@contoso.example',
      mailNickname: 'u',
      accountEnabled: true,
    },
  ],
  $ref: [{ '@odata.id': `users/${seedIds.administrator}` }],
  federatedIdentityCredentials: [
    { name: 'fic', issuer: 'https://x', subject: 'y', audiences: ['z'] },
  ],
  inheritablePermissions: [{ resourceAppId: graphAppId, inheritableRoles: { kind: 'none' } }],
  addPassword: [{ passwordCredential: { displayName: 'x' } }],
  oauth2PermissionGrants: [
    { clientId: made.agentId, consentType: 'AllPrincipals', resourceId: graphAppId, scope: 'x' },
  ],
  appRoleAssignments: [
    { principalId: made.agentId, resourceId: graphAppId, appRoleId: graphAppId },
  ],
  assignLicense: [{ addLicenses: [{ skuId: graphAppId }], removeLicenses: [] }],
}
const wrong = fc.option(fc.tuple(fc.constantFrom(...names), value), { freq: 1 })
const strange = fc.oneof(
  { weight: 3, arbitrary: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '{', 'null', '[]', '"x"', '{"__proto__":{"a":1}}') },
)
const option = fc.oneof(
  fc.tuple(
    fc.constantFrom('$filter', '$select', '$expand', '$orderby', '$top', '$search', '$count'),
    fc.oneof(
      fc.constantFrom(
        "displayName eq 'x'",
        'id',
        'owners($select=id)',
        '5',
        'true',
        '*',
        '__proto__',
      ),
      fc.constantFrom(
        'constructor eq 1',
        'tags/any(t:t eq 1)',
        'web/redirectUris',
        '"displayName:x"',
      ),
      fc.string({ maxLength: 12 }),
    ),
  ),
  fc.tuple(fc.constantFrom('$skiptoken', '$format', '$skip', 'x'), fc.string({ maxLength: 8 })),
)
const query = fc.array(option, { maxLength: 3 })
const casts = [
  ...[
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '/microsoft.graph.agentIdentity',
    '/graph.agentIdentityBlueprint',
  ],
  ...['/microsoft.graph.agentUser', '/Microsoft.Graph.AgentIdentityBlueprintPrincipal'],
]
const request = fc.record({
  operation: fc.constantFrom(...operations),
  version: fc.constantFrom('v1.0', 'beta'),
  ids: fc.array(fc.oneof(fc.constantFrom(...ids), text), { minLength: 2, maxLength: 2 }),
  usual: fc.option(fc.nat({ max: 3 }), { freq: 5 }),
  cast: fc.constantFrom(...casts),
  body: fc.record({ which: fc.nat({ max: 2 }), wrong, strange: fc.option(strange, { freq: 4 }) }),
  query,
  headers: fc.constantFrom({}, { consistencylevel: 'eventual' }, { prefer: 'create-if-missing' }),
})

type Sent = Parameters<Parameters<typeof request.map>[0]>[0]

function bodyOf({ operation: { path }, body: { which, wrong, strange } }: Sent): unknown {
  const name = path.split('/').findLast((part) => !part.startsWith('{')) ?? ''
  const usual = usualBodies[name]
  if (!usual || strange !== null) return strange ?? {}
  return { ...usual[which % usual.length], ...(wrong && { [wrong[0]]: wrong[1] }) }
}

function pathOf({ operation, version, ids, usual, cast, query }: Sent): string {
  const known = usualIds[operation.path.split('/')[0]?.toLowerCase() ?? '']
  const left = known && usual !== null ? [known[usual % known.length], ...ids] : [...ids]
  const path = operation.path.replaceAll(/\{\w+\}/g, () =>
    encodeURIComponent(left.shift() ?? 'x').replaceAll("'", '%27'),
  )
  const [first = '', ...rest] = path.split('/')
  const options = query.map(([name, of]) => `${name}=${encodeURIComponent(of)}`).join('&')
  return `/${version}/${[`${first}${cast}`, ...rest].join('/')}${options && `?${options}`}`
}

test('whatever is sent, an answer comes, and what is refused changes nothing', async () => {
  let { graph } = await open()
  await fc.assert(
    fc.asyncProperty(request, async (sent) => {
      const before = graph.snapshot()
      const { method } = sent.operation
      const { headers } = sent
      const answer = await graph.ask(method, pathOf(sent), bodyOf(sent), { headers, token })
      if (answer.status < 400) {
        if (graph.snapshot() !== before) graph = (await open()).graph
        return
      }
      assert.ok([400, 401, 403, 404, 405, 409, 413].includes(answer.status))
      assert.deepEqual(Object.keys(answer.body.error), ['code', 'message', 'innerError'])
      assert.equal(graph.snapshot(), before)
    }),
    { numRuns: runs(1500, 300), seed: 20261123 },
  )
})

test('a token that anybody made up is refused, whatever it says', async () => {
  const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const claims = fc.dictionary(fc.constantFrom('tid', 'oid', 'scp', 'aud', 'iss', 'exp'), value)
  const header = fc.dictionary(fc.constantFrom('kid', 'alg', 'typ', 'nonce', 'crit'), value)
  await fc.assert(
    fc.asyncProperty(header, claims, fc.string(), fc.boolean(), async (head, said, sign, known) => {
      const all = { ...said, ...(known && { tid: seedIds.contoso }) }
      const token = `${encoded(head)}.${encoded(all)}.${encoded(sign)}`
      const { status, body } = await graph.ask('GET', '/v1.0/me', undefined, { token })
      assert.deepEqual([status, body.error.code], [401, 'InvalidAuthenticationToken'])
    }),
    { numRuns: runs(300, 60), seed: 20261123 },
  )
})
