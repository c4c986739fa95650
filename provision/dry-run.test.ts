import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provision } from './provision.ts'
import { openPlace, origin, type Place, userId } from './testing/place.ts'
import { testPorts } from './testing/test-ports.ts'

const dry = ({ settings }: Place) => ({ ...settings, dryRun: true })

test('a dry run sends reads only and writes no file', async () => {
  const place = await openPlace()
  await provision(testPorts(place), dry(place))
  assert.equal(place.disk.size, 0)
  assert.deepEqual(place.operations, [
    'GET /v1.0/organization',
    'GET /v1.0/users/$count',
    'GET /v1.0/subscribedSkus',
    'GET /v1.0/me',
    'GET /v1.0/servicePrincipals',
  ])
})

test('the calls are told in their order, with what is secret masked', async () => {
  const place = await openPlace()
  const ports = testPorts(place)
  await provision(ports, dry(place))
  const calls = ports.told.filter(({ kind }) => kind === 'call')
  const sponsors = `"sponsors@odata.bind":["${origin}/v1.0/users/${userId}"]`
  assert.deepEqual(calls.map(({ label, text }) => `${label} ${text}`).slice(0, 5), [
    `POST /v1.0/applications/microsoft.graph.agentIdentityBlueprint {"displayName":"agentid-Concierge 0a1b2c3d",${sponsors}}`,
    `POST /v1.0/applications/microsoft.graph.agentIdentityBlueprint {"displayName":"agentid-Courier 0a1b2c3d",${sponsors}}`,
    'POST /v1.0/servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal {"appId":"{concierge.appId}"}',
    'POST /v1.0/servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal {"appId":"{courier.appId}"}',
    'POST /v1.0/applications/{concierge.id}/microsoft.graph.agentIdentityBlueprint/addPassword {"passwordCredential":{"displayName":"agentid 0a1b2c3d","endDateTime":"2027-04-30T12:00:00.000Z"}}',
  ])
  assert.equal(calls.length, 11)
  assert.match(calls[6]?.text ?? '', /"key":"\[masked\]"/)
})

test('a dry run tells the calls that a real run sends', async () => {
  const place = await openPlace()
  const told = testPorts(place)
  await provision(told, dry(place))
  place.operations.length = 0
  await provision(testPorts(place), place.settings)
  const shape = (call: string) => call.replace(/[\da-f-]{36}|\{[\w.:-]+\}/g, 'ID')
  const sent = place.operations.filter(
    (one) => /^(POST|PATCH|DELETE) \/v1/.test(one) && !one.includes('/oauth2/'),
  )
  const calls = told.told.filter(({ kind }) => kind === 'call')
  assert.deepEqual(
    calls.map(({ label, text }) => shape(`${label} ${text.split(' ')[0]}`)),
    sent.map(shape),
  )
})

test('a dry run after a complete one has nothing to send', async () => {
  const place = await openPlace()
  await provision(testPorts(place), place.settings)
  const ports = testPorts(place)
  await provision(ports, dry(place))
  assert.deepEqual(
    ports.told.filter(({ kind }) => kind === 'call'),
    [],
  )
})
