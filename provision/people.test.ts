import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isExhaustive, sampleOf } from '../tests/support/exhaustive.ts'
import { objectPath } from './graph/paths.ts'
import { provision } from './provision.ts'
import { readEnv } from './record/env-file.ts'
import { teardown } from './teardown.ts'
import { ask, completeWithPeople, live, readState, removed } from './testing/directory.ts'
import { domain, openPlaceForPeople, type Place, tenantId } from './testing/place.ts'
import { type Accident, type Fate, testPorts } from './testing/test-ports.ts'

async function provisioned(): Promise<Place> {
  const place = await openPlaceForPeople()
  await provision(testPorts(place), place.settings)
  return place
}

const variablesOf = ({ disk }: Place) => readEnv(disk.get('/home/agentid.env') ?? '')

test('makes the agent user of Booking, a scope of Concierge, and grants for both flows', async () => {
  const place = await provisioned()
  assert.deepEqual(await readState(place), completeWithPeople)
  const [user] = place.tenants.describe(tenantId).users.filter((one) => one.identityParentId)
  const [booking] = await live(place, 'agentIdentity')
  assert.equal(user?.identityParentId, booking?.id)
  assert.equal(user?.userPrincipalName, `booking-0a1b2c3d@${domain}`)
  const [concierge] = place.tenants.describe(tenantId).blueprints
  assert.deepEqual(concierge?.identifierUris, [`api://${concierge?.appId}`])
})

test('the file of variables names the agent user', async () => {
  const place = await provisioned()
  const [user] = await live(place, 'agentUser')
  const { AGENTID_AGENT_USER_ID, AGENTID_AGENT_USER_NAME } = variablesOf(place)
  assert.equal(AGENTID_AGENT_USER_ID, user?.id)
  assert.equal(AGENTID_AGENT_USER_NAME, `booking-0a1b2c3d@${domain}`)
})

test('waits until the agent user gets a token', async () => {
  const place = await openPlaceForPeople()
  const ports = testPorts(place)
  await provision(ports, place.settings)
  assert.ok(ports.told.some(({ text }) => text === 'got a token for the agent user of Booking'))
})

test('a second run changes nothing, and keeps the agent user without being told', async () => {
  const place = await provisioned()
  const before = new Map(place.disk)
  place.operations.length = 0
  await provision(testPorts(place), place.settings)
  await provision(testPorts(place), { ...place.settings, agentUser: false, delegated: false })
  assert.deepEqual(place.disk, before)
  const changes = place.operations.filter(
    (one) => /^(POST|PATCH|DELETE) /.test(one) && !one.endsWith('/oauth2/v2.0/token'),
  )
  assert.deepEqual(changes, [])
})

test('a run without people gets them later', async () => {
  const place = await openPlaceForPeople()
  await provision(testPorts(place), { ...place.settings, agentUser: false, delegated: false })
  assert.equal(variablesOf(place).AGENTID_AGENT_USER_ID, undefined)
  await provision(testPorts(place), place.settings)
  assert.deepEqual(await readState(place), completeWithPeople)
})

test('a dry run tells the calls that a real run sends, and sends reads only', async () => {
  const place = await openPlaceForPeople()
  const ports = testPorts(place)
  await provision(ports, { ...place.settings, dryRun: true })
  assert.deepEqual(
    place.operations.filter((one) => !one.startsWith('GET ')),
    [],
  )
  place.operations.length = 0
  await provision(testPorts(place), place.settings)
  const shape = (call: string) => call.replace(/[\da-f-]{36}|\{[\w.:-]+\}/g, 'ID')
  const calls = ports.told.filter(({ kind }) => kind === 'call')
  assert.deepEqual(
    calls.map(({ label, text }) => shape(`${label} ${text.split(' ')[0]}`)),
    place.operations
      .filter((one) => /^(POST|PATCH|DELETE) \/(v1|beta)/.test(one) && !one.includes('/oauth2/'))
      .map(shape),
  )
  const [user] = calls.filter(({ text }) => text.startsWith('/beta/users '))
  assert.match(
    user?.text ?? '',
    /"userPrincipalName":"booking-0a1b2c3d@contoso-agents\.example",.*"identityParentId":"\{booking\.id\}"/,
  )
})

test('teardown removes all of it, the agent user before its agent identity', async () => {
  const place = await provisioned()
  place.operations.length = 0
  await teardown(testPorts(place), place.teardownSettings)
  assert.deepEqual(await readState(place), removed)
  const removals = place.operations.filter((one) =>
    /^DELETE \/(v1\.0|beta)\/(?!directory)/.test(one),
  )
  assert.deepEqual(
    removals.slice(0, 4).map((one) => one.split('/')[2]),
    ['oauth2PermissionGrants', 'oauth2PermissionGrants', 'users', 'servicePrincipals'],
  )
})

test('teardown leaves a permission and an agent user alone that it did not make', async () => {
  const place = await openPlaceForPeople()
  await provision(testPorts(place), { ...place.settings, agentUser: false, delegated: false })
  const booking = await live(place, 'agentIdentity')
  await ask(place, 'POST', '/beta/users', {
    '@odata.type': '#microsoft.graph.agentUser',
    displayName: 'By hand',
    userPrincipalName: `by-hand@${domain}`,
    mailNickname: 'by-hand',
    accountEnabled: true,
    identityParentId: booking[1]?.id,
  })
  place.operations.length = 0
  await teardown(testPorts(place), place.teardownSettings)
  assert.deepEqual((await readState(place)).agentUsers, ['By'])
})

test('an agent user that was deleted by hand is made again', async () => {
  const place = await provisioned()
  const [user] = await live(place, 'agentUser')
  await ask(place, 'DELETE', objectPath('agentUser', user?.id ?? ''))
  place.clock.nowMs += 3_600_000
  await provision(testPorts(place), place.settings)
  const [next] = await live(place, 'agentUser')
  assert.notEqual(next?.id, user?.id)
  assert.equal(variablesOf(place).AGENTID_AGENT_USER_ID, next?.id)
  await teardown(testPorts(place), place.teardownSettings)
  assert.deepEqual(await readState(place), removed)
})

test('an agent identity that was deleted by hand is made again with an agent user', async () => {
  const place = await provisioned()
  const [booking] = await live(place, 'agentIdentity')
  await ask(place, 'DELETE', objectPath('agentIdentity', booking?.id ?? ''))
  place.clock.nowMs += 3_600_000
  await provision(testPorts(place), place.settings)
  const { users, agentIdentities } = place.tenants.describe(tenantId)
  const found = users.find(({ id }) => id === variablesOf(place).AGENTID_AGENT_USER_ID)
  assert.ok(agentIdentities.some(({ id }) => id === found?.identityParentId))
  await teardown(testPorts(place), place.teardownSettings)
  assert.deepEqual((await readState(place)).agentUsers, [])
})

test('a refused agent user stops the run, and the record holds no intent of it', async () => {
  const place = await openPlaceForPeople()
  const ports = testPorts(place)
  const fetch: typeof ports.fetch = (url, init) =>
    url.endsWith('/beta/users') && init.method === 'POST'
      ? Promise.resolve(
          Response.json({ error: { code: 'Authorization_RequestDenied' } }, { status: 403 }),
        )
      : ports.fetch(url, init)
  await assert.rejects(provision({ ...ports, fetch }, place.settings), /\/beta\/users.*403/)
  assert.doesNotMatch(place.disk.get('/home/agentid.env.record.json') ?? '', /booking-user/)
})

for (const lag of [
  { read: { ms: 90_000 }, write: { ms: 90_000 }, sts: { ms: 90_000 } },
  { read: { requests: 3 }, sts: { requests: 4 } },
]) {
  test(`a directory that lags is waited for: ${JSON.stringify(lag)}`, async () => {
    const place = await openPlaceForPeople()
    place.sandbox.lag.set(lag)
    await provision(testPorts(place), place.settings)
    place.sandbox.lag.reset()
    assert.deepEqual(await readState(place), completeWithPeople)
  })
}

/** Each request and write that this adds to a run, as far as it can be told. */
const isAboutPeople = (operation: string): boolean =>
  /oauth2PermissionGrants|\/beta\/users|PATCH .*Blueprint$/.test(operation)

async function momentsOfPeople(): Promise<readonly number[]> {
  const place = await provisioned()
  const moments = place.operations.flatMap((operation, index) =>
    isAboutPeople(operation) ? [index + 1, index + 2] : [],
  )
  return sampleOf([...new Set(moments)], 8)
}

const fates: readonly Fate[] = isExhaustive
  ? ['die-before', 'die-after', 'lose-answer']
  : ['die-after', 'lose-answer']

test('an accident at any request: the next run ends with one of each, teardown with none', async () => {
  for (const at of await momentsOfPeople()) {
    for (const fate of fates) {
      const place = await openPlaceForPeople()
      const accident: Accident = (number) => (number === at ? fate : 'pass')
      await provision(testPorts(place, { accident }), place.settings).catch(() => {})
      await provision(testPorts(place), place.settings)
      assert.deepEqual(await readState(place), completeWithPeople, `${fate} at operation ${at}`)
      await teardown(testPorts(place), place.teardownSettings)
      assert.deepEqual(await readState(place), removed, `${fate} at operation ${at}`)
    }
  }
})

test('an accident at any request: teardown leaves nothing', async () => {
  for (const at of await momentsOfPeople()) {
    for (const fate of fates) {
      const place = await openPlaceForPeople()
      const accident: Accident = (number) => (number === at ? fate : 'pass')
      await provision(testPorts(place, { accident }), place.settings).catch(() => {})
      await teardown(testPorts(place), place.teardownSettings)
      assert.deepEqual(await readState(place), removed, `${fate} at operation ${at}`)
      assert.deepEqual([...place.disk.keys()], [])
    }
  }
})
