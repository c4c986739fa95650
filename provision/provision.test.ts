import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provision } from './provision.ts'
import { readEnv } from './record/env-file.ts'
import { userId } from './testing/fake-directory.ts'
import { fakePlace, fakeWorld } from './testing/fake-world.ts'
import { testSettings } from './testing/test-settings.ts'

const env = '/home/agentid.env'

test('makes two blueprints, their principals and three agent identities', async () => {
  const place = fakePlace()
  await provision(fakeWorld(place), testSettings)
  const objects = [...place.directory.live.values()]
  assert.deepEqual(
    objects.map(({ kind, displayName }) => [kind, displayName]),
    [
      ['blueprint', 'agentid-Concierge 0a1b2c3d'],
      ['blueprint', 'agentid-Courier 0a1b2c3d'],
      ['principal', 'agentid-Concierge 0a1b2c3d'],
      ['principal', 'agentid-Courier 0a1b2c3d'],
      ['agentIdentity', 'agentid-Booking 0a1b2c3d'],
      ['agentIdentity', 'agentid-Billing 0a1b2c3d'],
      ['agentIdentity', 'agentid-Parcel 0a1b2c3d'],
    ],
  )
  assert.deepEqual(
    objects.map(({ passwords, keys, roles }) => [passwords.length, keys.length, roles.length]),
    [
      [1, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 0],
    ],
  )
})

test('the file of variables describes the target', async () => {
  const place = fakePlace()
  await provision(fakeWorld(place), testSettings)
  const byName = (name: string) =>
    [...place.directory.live.values()].find(
      (object) => object.displayName === `agentid-${name} 0a1b2c3d`,
    )
  assert.deepEqual(readEnv(place.disk.get(env) ?? ''), {
    AGENTID_AUTHORITY_HOST: 'https://login.example',
    AGENTID_GRAPH_URL: 'https://graph.example',
    AGENTID_TENANT_ID: '10000000-c0de-4a11-8000-000000000009',
    AGENTID_BLUEPRINT_CLIENT_ID: byName('Concierge')?.appId,
    AGENTID_BLUEPRINT_SECRET: byName('Concierge')?.passwords[0]?.secretText,
    AGENTID_BLUEPRINT_CERTIFICATE_FILE: '/home/agentid.env.concierge-certificate.pem',
    AGENTID_BLUEPRINT_KEY_FILE: '/home/agentid.env.concierge-key.pem',
    AGENTID_AGENT_ID: byName('Booking')?.id,
    AGENTID_SECOND_AGENT_ID: byName('Billing')?.id,
    AGENTID_OTHER_BLUEPRINT_CLIENT_ID: byName('Courier')?.appId,
    AGENTID_OTHER_BLUEPRINT_SECRET: byName('Courier')?.passwords[0]?.secretText,
    AGENTID_OTHER_AGENT_ID: byName('Parcel')?.id,
    AGENTID_SCOPE: 'https://graph.microsoft.com/.default',
  })
})

test('four files are left, and the record holds no secret and no token', async () => {
  const place = fakePlace()
  await provision(fakeWorld(place), testSettings)
  assert.deepEqual([...place.disk.keys()].sort(), [
    env,
    `${env}.concierge-certificate.pem`,
    `${env}.concierge-key.pem`,
    `${env}.record.json`,
  ])
  const record = place.disk.get(`${env}.record.json`) ?? ''
  assert.doesNotMatch(record, /secret\.of|eyJ|PRIVATE KEY/)
})

test('a second run finds everything and changes nothing', async () => {
  const place = fakePlace()
  await provision(fakeWorld(place), testSettings)
  const before = new Map(place.disk)
  place.operations.length = 0
  await provision(fakeWorld(place), testSettings)
  assert.deepEqual(place.disk, before)
  const changes = place.operations.filter(
    (one) => /^(POST|PATCH|DELETE) /.test(one) && !one.endsWith('/oauth2/v2.0/token'),
  )
  assert.deepEqual(changes, [])
})

test('every request to Graph has an id of its own', async () => {
  const place = fakePlace()
  const world = fakeWorld(place)
  const ids: string[] = []
  const fetch: typeof world.fetch = (url, init) => {
    if (url.startsWith('https://graph.example')) ids.push(init.headers['client-request-id'] ?? '')
    return world.fetch(url, init)
  }
  await provision({ ...world, fetch }, testSettings)
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(ids.includes(''), false)
})

test('the signed-in user is the sponsor of what is made', async () => {
  const place = fakePlace()
  const world = fakeWorld(place)
  const bodies: string[] = []
  const fetch: typeof world.fetch = (url, init) => {
    if (init.method === 'POST' && init.body !== undefined) bodies.push(init.body)
    return world.fetch(url, init)
  }
  await provision({ ...world, fetch }, testSettings)
  const sponsored = bodies.filter((body) =>
    body.includes(`"sponsors@odata.bind":["https://graph.example/v1.0/users/${userId}"]`),
  )
  assert.equal(sponsored.length, 5)
})

test('a directory that shows what was made only after 90 s is waited for', async () => {
  const place = fakePlace({ lagMs: 90_000 })
  const world = fakeWorld(place)
  await provision(world, testSettings)
  assert.equal(place.directory.live.size, 7)
  const waits = world.told.filter(({ kind }) => kind === 'wait')
  assert.match(
    waits[0]?.text ?? '',
    /^what agentid-Concierge 0a1b2c3d depends on to be seen \(\d+ s left\)$/,
  )
})

test('a secret that is lost is replaced, and the old one removed', async () => {
  const place = fakePlace()
  await provision(fakeWorld(place), testSettings)
  place.disk.delete(env)
  const [concierge] = place.directory.live.values()
  const lost = concierge?.passwords[0]?.keyId
  await provision(fakeWorld(place), testSettings)
  assert.equal(concierge?.passwords.length, 1)
  assert.notEqual(concierge?.passwords[0]?.keyId, lost)
})

test('an object that was deleted by hand is made again', async () => {
  const place = fakePlace()
  await provision(fakeWorld(place), testSettings)
  const { live, deleted } = place.directory
  const [concierge] = live.values()
  if (concierge === undefined) throw new Error('no blueprint')
  live.delete(concierge.id)
  deleted.set(concierge.id, concierge)
  place.clock.nowMs += 3_600_000
  await provision(fakeWorld(place), testSettings)
  const blueprints = [...live.values()].filter(({ kind }) => kind === 'blueprint')
  assert.equal(blueprints.length, 2)
})

test('a refused role assignment is a note and no failure', async () => {
  const place = fakePlace()
  const world = fakeWorld(place)
  const fetch: typeof world.fetch = (url, init) =>
    url.endsWith('/appRoleAssignments') && init.method === 'POST'
      ? Promise.resolve(
          Response.json({ error: { code: 'Authorization_RequestDenied' } }, { status: 403 }),
        )
      : world.fetch(url, init)
  await provision({ ...world, fetch }, testSettings)
  const note = world.told.find(({ kind }) => kind === 'note')
  assert.match(note?.text ?? '', /^User\.Read\.All is not given to Booking: .*AppRoleAssignment/)
})
