import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAppId } from '../../directory/resource.ts'
import { seedIds } from '../../directory/seed-ids.ts'
import { assertHas, makeAgent, openGraph } from '../../testing/open-graph.ts'

const graph = await openGraph()
const made = await makeAgent(graph)
const { ask } = graph
const versions = ['v1.0', 'beta']

for (const version of versions) {
  for (const at of [
    `applications/${made.blueprintId}/microsoft.graph.agentIdentityBlueprint`,
    `applications/microsoft.graph.agentIdentityBlueprint/${made.blueprintId}`,
    `applications/graph.agentIdentityBlueprint/${made.blueprintId.toUpperCase()}`,
    `Applications/${made.blueprintId}`,
    `applications('${made.blueprintId}')`,
    `applications(appId='${made.appId}')`,
    `applications(appId='${made.appId}')/microsoft.graph.agentIdentityBlueprint`,
  ]) {
    test(`GET and PATCH /${version}/${at} read and change a blueprint`, async () => {
      const patched = await ask('PATCH', `/${version}/${at}`, { description: at })
      assert.equal(patched.status, 204)
      assert.equal(patched.body, '')
      const read = await ask('GET', `/${version}/${at}`)
      assert.equal(read.status, 200)
      assert.equal(read.body.description, at)
      assert.equal(read.body['@odata.type'], '#microsoft.graph.agentIdentityBlueprint')
    })
    test(`POST /${version}/${at}/addPassword shows a secret once`, async () => {
      const body = { passwordCredential: { displayName: 'S' } }
      const { status, body: shown } = await ask('POST', `/${version}/${at}/addPassword`, body)
      assert.equal(status, 200)
      assert.ok(shown.secretText.length >= 16 && shown.secretText.length <= 64)
      assert.equal(shown.startDateTime, '2026-11-23T12:00:00Z')
      assert.equal(shown.endDateTime, '2028-11-23T12:00:00Z')
      const { body: read } = await ask('GET', `/${version}/${at}`)
      const kept = read.passwordCredentials.find(
        (one: { keyId: string }) => one.keyId === shown.keyId,
      )
      assert.equal(kept.secretText, null)
      assert.equal(kept.hint, shown.secretText.slice(0, 3))
      const removed = await ask('POST', `/${version}/${at}/removePassword`, { keyId: shown.keyId })
      assert.equal(removed.status, 204)
    })
    test(`/${version}/${at}/federatedIdentityCredentials are made, read by id and name, changed and removed`, async () => {
      const path = `/${version}/${at}/federatedIdentityCredentials`
      const name = 'host-1'
      const given = {
        name,
        issuer: `https://login.microsoftonline.com/${seedIds.contoso}/v2.0`,
        subject: seedIds.managedIdentityPrincipal,
        audiences: ['api://AzureADTokenExchange'],
      }
      const { status, body } = await ask('POST', path, given)
      assert.equal(status, 201)
      assertHas(body, { ...given, description: null })
      assert.match(body['@odata.id'], new RegExp(`/federatedIdentityCredentials/${body.id}$`))
      assert.equal((await ask('GET', path)).body.value.length, 1)
      for (const key of [`/${body.id}`, `/${name}`, `(name='${name}')`]) {
        assert.equal((await ask('GET', `${path}${key}`)).body.id, body.id, key)
      }
      for (const [key, subject] of [
        [`/${body.id}`, 'other'],
        [`/${name}`, 'another'],
        [`(name='${name}')`, 'a third'],
      ]) {
        assert.equal((await ask('PATCH', `${path}${key}`, { subject })).status, 204, key)
        assert.equal((await ask('GET', `${path}/${name}`)).body.subject, subject)
      }
      assert.equal((await ask('DELETE', `${path}/${name}`)).status, 204)
      const { name: _, ...unnamed } = given
      const upsert = () =>
        ask('PATCH', `${path}(name='${name}')`, unnamed, {
          headers: { prefer: 'create-if-missing' },
        })
      assert.deepEqual([(await upsert()).status, (await upsert()).status], [201, 204])
      assert.equal((await ask('DELETE', `${path}(name='${name}')`)).status, 204)
      assert.equal((await ask('PATCH', `${path}(name='${name}')`, unnamed)).status, 404)
    })
    for (const relation of ['owners', 'sponsors']) {
      test(`/${version}/${at}/${relation} are listed, added and removed`, async () => {
        const path = `/${version}/${at}/${relation}`
        const id = relation === 'owners' ? seedIds.booking : seedIds.agentOwners
        const reference = {
          '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
        }
        assert.equal((await ask('POST', `${path}/$ref`, reference)).status, 204)
        const { body } = await ask('GET', `${path}?$select=id`)
        assert.ok(body.value.some((one: { id: string }) => one.id === id))
        assert.equal((await ask('DELETE', `${path}/${id}/$ref`)).status, 204)
      })
    }
    for (const [kind, type] of [
      ['allAllowed', 'allAllowedScopes'],
      ['none', 'noScopes'],
    ]) {
      test(`/${version}/${at}/inheritablePermissions of ${type} are made, changed and removed`, async () => {
        const path = `/${version}/${at}/inheritablePermissions`
        const given = {
          resourceAppId: graphAppId,
          inheritableScopes: { '@odata.type': `#microsoft.graph.${type}`, kind },
        }
        const { status, body } = await ask('POST', path, given)
        assert.equal(status, 201)
        assert.deepEqual(body.inheritableScopes, { '@odata.type': `microsoft.graph.${type}`, kind })
        assert.equal((await ask('POST', path, given)).status, 409)
        const change = {
          inheritableRoles: { '@odata.type': '#microsoft.graph.noRoles', kind: 'none' },
        }
        const patched = await ask('PATCH', `${path}/${graphAppId}`, change)
        assert.equal(patched.status, 200)
        assert.deepEqual(patched.body.inheritableRoles, {
          '@odata.type': 'microsoft.graph.noRoles',
          kind: 'none',
        })
        assert.equal((await ask('GET', path)).body.value.length, 1)
        assert.equal((await ask('DELETE', `${path}/${graphAppId}`)).status, 204)
      })
    }
    test(`POST /${version}/${at}/setVerifiedPublisher and unsetVerifiedPublisher answer 204`, async () => {
      const set = await ask('POST', `/${version}/${at}/setVerifiedPublisher`, {
        verifiedPublisherId: '12345678',
      })
      assert.equal(set.status, 204)
      const { body } = await ask('GET', `/${version}/${at}`)
      assert.equal(body.verifiedPublisher.verifiedPublisherId, '12345678')
      assert.equal((await ask('POST', `/${version}/${at}/unsetVerifiedPublisher`)).status, 204)
    })
  }
}

test('the scopes that MSIdentityTools enumerates need no kind', async () => {
  const path = `/beta/applications/graph.agentIdentityBlueprint/${made.blueprintId}/inheritablePermissions`
  const inheritableScopes = {
    '@odata.type': 'microsoft.graph.enumeratedScopes',
    scopes: ['User.Read'],
  }
  const { status, body } = await ask('POST', path, { resourceAppId: graphAppId, inheritableScopes })
  assert.equal(status, 201)
  assert.deepEqual(body.inheritableScopes, { ...inheritableScopes, kind: 'enumerated' })
})
