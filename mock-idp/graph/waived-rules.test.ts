import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { graphRules } from '../rules/graph/index.ts'
import { isRelaxable } from '../rules/index.ts'
import { makeAgent, openGraph } from '../testing/open-graph.ts'
import type { Claims } from '../tokens/minting.ts'

const guid = '99999999-0000-4000-8000-000000000001'
const blueprint = '/v1.0/applications/graph.agentIdentityBlueprint'
const sponsored = { displayName: 'B', 'sponsors@odata.bind': [seedIds.administrator] }

/** A request for each inferred rule that breaks it, and what it leads to where the rule is waived. */
const broken: Readonly<Record<string, readonly [string, string, unknown, number]>> = {
  'GRAPH-PROPERTY-KNOWN': ['POST', blueprint, { ...sponsored, colour: 'red' }, 201],
  'GRAPH-REFERENCE': ['POST', '/owners/$ref', { '@odata.id': 'users/x' }, 204],
  'GRAPH-PAGE': ['GET', '/v1.0/applications?$skiptoken=x', undefined, 200],
  'KEY-KNOWN': ['POST', '/removeKey', { keyId: guid, proof: 'x' }, 403],
  'INHERIT-LIMIT': ['POST', '/inheritablePermissions', { resourceAppId: guid }, 201],
  'GRAPH-TOKEN-ISSUER': ['GET', '/v1.0/me', undefined, 200],
}

const ofAnotherIssuer = (claims: Claims) => ({ ...claims, iss: 'https://sts.windows.net/x/' })

test('a token that another tenant issued is refused', async () => {
  const graph = await openGraph({ tamper: ofAnotherIssuer })
  assert.equal((await graph.ask('GET', '/v1.0/me')).rule, 'GRAPH-TOKEN-ISSUER')
})

for (const { id } of graphRules.filter(isRelaxable)) {
  test(`a tenant that does without ${id} answers what breaks it`, async () => {
    const found = broken[id]
    assert.ok(found, `a request that breaks ${id}`)
    const graph = await openGraph({
      waivedRules: [id],
      ...(id === 'GRAPH-TOKEN-ISSUER' && { tamper: ofAnotherIssuer }),
    })
    const { blueprintId } = await makeAgent(graph)
    const [method, path, body, status] = found
    const at = path.startsWith('/v1.0') ? path : `/v1.0/applications/${blueprintId}${path}`
    if (id === 'INHERIT-LIMIT') {
      for (let digit = 10; digit < 20; digit += 1) {
        await graph.ask('POST', at, { resourceAppId: guid.replace(/01$/, String(digit)) })
      }
    }
    assert.equal((await graph.ask(method, at, body)).status, status)
  })
}

test('a manager whom nobody knows leaves the manager as it was', async () => {
  const { ask, tokenFor } = await openGraph({ waivedRules: ['GRAPH-REFERENCE'] })
  const token = await tokenFor({ scopes: ['User.ReadWrite.All'] })
  const path = `/v1.0/users/${seedIds.administrator}/manager`
  const manager = (id: string) =>
    ask('PUT', `${path}/$ref`, { '@odata.id': `users/${id}` }, { token })
  assert.equal((await manager(seedIds.administrator)).status, 204)
  assert.equal((await manager('x')).status, 204)
  assert.equal((await ask('GET', path)).body.id, seedIds.administrator)
})
