import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectPath } from './graph/paths.ts'
import { provision } from './provision.ts'
import { readEnv } from './record/env-file.ts'
import { ask, countLive, listed, live } from './testing/directory.ts'
import {
  openLaggingPlace,
  openPlace,
  origin,
  type Place,
  tenantId,
  userId,
} from './testing/place.ts'
import { testPorts } from './testing/test-ports.ts'

const env = '/home/agentid.env'
const hourMs = 3_600_000

async function provisioned(): Promise<Place> {
  const place = await openPlace()
  await provision(testPorts(place), place.settings)
  return place
}

const namesOf = (items: readonly { readonly displayName: string }[]) =>
  items.map(({ displayName }) => displayName)

test('makes two blueprints, their principals and three agent identities', async () => {
  const place = await provisioned()
  const blueprints = await live(place, 'blueprint')
  const agents = await live(place, 'agentIdentity')
  assert.deepEqual(namesOf(blueprints), ['agentid-Concierge 0a1b2c3d', 'agentid-Courier 0a1b2c3d'])
  assert.deepEqual(
    (await live(place, 'principal')).map(({ appId, displayName }) => [appId, displayName]),
    blueprints.map(({ appId, displayName }) => [appId, displayName]),
  )
  assert.deepEqual(namesOf(agents), [
    'agentid-Booking 0a1b2c3d',
    'agentid-Billing 0a1b2c3d',
    'agentid-Parcel 0a1b2c3d',
  ])
  assert.deepEqual(
    blueprints.map((one) => [one.passwordCredentials?.length, one.keyCredentials?.length]),
    [
      [1, 1],
      [1, 0],
    ],
  )
  const roles = agents.map(({ id }) =>
    listed(place, `/v1.0/servicePrincipals/${id}/appRoleAssignments`),
  )
  assert.deepEqual(
    (await Promise.all(roles)).map(({ length }) => length),
    [1, 0, 0],
  )
})

test('the file of variables describes the target', async () => {
  const place = await provisioned()
  const [concierge, courier] = await live(place, 'blueprint')
  const [booking, billing, parcel] = await live(place, 'agentIdentity')
  const [first, second] = place.tenants.describe(tenantId).blueprints
  assert.deepEqual(readEnv(place.disk.get(env) ?? ''), {
    AGENTID_AUTHORITY_HOST: origin,
    AGENTID_GRAPH_URL: origin,
    AGENTID_TENANT_ID: tenantId,
    AGENTID_BLUEPRINT_CLIENT_ID: concierge?.appId,
    AGENTID_BLUEPRINT_SECRET: first?.secrets[0]?.value,
    AGENTID_BLUEPRINT_CERTIFICATE_FILE: '/home/agentid.env.concierge-certificate.pem',
    AGENTID_BLUEPRINT_KEY_FILE: '/home/agentid.env.concierge-key.pem',
    AGENTID_AGENT_ID: booking?.id,
    AGENTID_SECOND_AGENT_ID: billing?.id,
    AGENTID_OTHER_BLUEPRINT_CLIENT_ID: courier?.appId,
    AGENTID_OTHER_BLUEPRINT_SECRET: second?.secrets[0]?.value,
    AGENTID_OTHER_AGENT_ID: parcel?.id,
    AGENTID_SCOPE: 'https://graph.microsoft.com/.default',
  })
})

test('four files are left, and the record holds no secret and no token', async () => {
  const place = await provisioned()
  assert.deepEqual([...place.disk.keys()].sort(), [
    env,
    `${env}.concierge-certificate.pem`,
    `${env}.concierge-key.pem`,
    `${env}.record.json`,
  ])
  const record = place.disk.get(`${env}.record.json`) ?? ''
  assert.doesNotMatch(record, /eyJ|PRIVATE KEY/)
  const secrets = place.tenants.describe(tenantId).blueprints.flatMap((one) => one.secrets)
  assert.equal(secrets.length, 2)
  for (const { value } of secrets) assert.ok(!record.includes(value))
})

test('a second run finds everything and changes nothing', async () => {
  const place = await provisioned()
  const before = new Map(place.disk)
  place.operations.length = 0
  await provision(testPorts(place), place.settings)
  assert.deepEqual(place.disk, before)
  const changes = place.operations.filter(
    (one) => /^(POST|PATCH|DELETE) /.test(one) && !one.endsWith('/oauth2/v2.0/token'),
  )
  assert.deepEqual(changes, [])
})

test('every request to Graph has an id of its own', async () => {
  const place = await openPlace()
  const ports = testPorts(place)
  const ids: string[] = []
  const fetch: typeof ports.fetch = (url, init) => {
    if (url.startsWith(`${origin}/v1.0/`)) ids.push(init.headers['client-request-id'] ?? '')
    return ports.fetch(url, init)
  }
  await provision({ ...ports, fetch }, place.settings)
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(ids.includes(''), false)
})

test('the signed-in user is the sponsor of what is made', async () => {
  const place = await openPlace()
  const ports = testPorts(place)
  const bodies: string[] = []
  const fetch: typeof ports.fetch = (url, init) => {
    if (init.method === 'POST' && init.body !== undefined) bodies.push(init.body)
    return ports.fetch(url, init)
  }
  await provision({ ...ports, fetch }, place.settings)
  const sponsored = bodies.filter((body) =>
    body.includes(`"sponsors@odata.bind":["${origin}/v1.0/users/${userId}"]`),
  )
  assert.equal(sponsored.length, 5)
})

test('a directory that shows what was made only after 90 s is waited for', async () => {
  const place = await openLaggingPlace(90_000)
  const ports = testPorts(place)
  await provision(ports, place.settings)
  place.clock.nowMs += 90_000
  assert.equal(await countLive(place), 7)
  const waits = ports.told.filter(({ kind }) => kind === 'wait')
  assert.match(
    waits[0]?.text ?? '',
    /^for Graph to see what agentid-Concierge 0a1b2c3d depends on \(\d+ s left\)$/,
  )
})

test('a secret that is lost is replaced, and the old one removed', async () => {
  const place = await provisioned()
  const secretsOfConcierge = async () => (await live(place, 'blueprint'))[0]?.passwordCredentials
  const [lost] = (await secretsOfConcierge()) ?? []
  place.disk.delete(env)
  await provision(testPorts(place), place.settings)
  const secrets = (await secretsOfConcierge()) ?? []
  assert.equal(secrets.length, 1)
  assert.notEqual(secrets[0]?.keyId, lost?.keyId)
})

test('an object that was deleted by hand is made again', async () => {
  const place = await provisioned()
  const [concierge] = await live(place, 'blueprint')
  await ask(place, 'DELETE', objectPath('blueprint', concierge?.id ?? ''))
  place.clock.nowMs += hourMs
  await provision(testPorts(place), place.settings)
  assert.equal((await live(place, 'blueprint')).length, 2)
})

test('a refused role assignment is a note and no failure', async () => {
  const place = await openPlace()
  const ports = testPorts(place)
  const fetch: typeof ports.fetch = (url, init) =>
    url.endsWith('/appRoleAssignments') && init.method === 'POST'
      ? Promise.resolve(
          Response.json({ error: { code: 'Authorization_RequestDenied' } }, { status: 403 }),
        )
      : ports.fetch(url, init)
  await provision({ ...ports, fetch }, place.settings)
  const note = ports.told.find(({ kind }) => kind === 'note')
  assert.match(note?.text ?? '', /^could not give User\.Read\.All to Booking: .*AppRoleAssignment/)
})
