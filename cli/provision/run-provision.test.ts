import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { allPermissions } from '../../provision/graph/needed-permissions.ts'
import { countLive } from '../../provision/testing/directory.ts'
import { domain, openPlace, origin, type Place, tenantId } from '../../provision/testing/place.ts'
import { testPorts } from '../../provision/testing/test-ports.ts'
import { run } from '../program.ts'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'
import { makeJwt } from '../testing/make-token.ts'

const named = ['--tenant', tenantId, '--domain', domain]
const files = [
  'agentid.env',
  'agentid.env.concierge-certificate.pem',
  'agentid.env.concierge-key.pem',
  'agentid.env.record.json',
]

let root: string
let out: string
let place: Place
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'agentid-provision-'))
})
after(() => rm(root, { recursive: true }))
beforeEach(async () => {
  out = join(await mkdtemp(join(root, 'run-')), 'agentid.env')
  place = await openPlace()
})

type Change = { readonly env?: Record<string, string>; readonly interruptAt?: string }

/** The command, with a tenant of the mock for its network and its clock. */
async function agentid(args: readonly string[], { env = {}, interruptAt }: Change = {}) {
  const ports = testPorts(place)
  const surroundings = fakeSurroundings({
    env: {
      AGENTID_GRAPH_URL: origin,
      AGENTID_AUTHORITY_HOST: origin,
      AGENTID_GRAPH_TOKEN: place.token,
      ...env,
    },
    now: ports.now,
    sleep: ports.sleep,
    fetch: (url, init) => {
      if (interruptAt !== undefined && url.endsWith(interruptAt)) surroundings.interrupt()
      return ports.fetch(url, init)
    },
  })
  const exitCode = await run(args, surroundings)
  return { exitCode, out: surroundings.out(), err: surroundings.err() }
}

const provision = (...more: readonly string[]) =>
  agentid(['provision', '--out', out, ...named, ...more])
const list = async () => (await readdir(join(out, '..'))).sort()

test('stdout gets the name of the file, stderr the way there', async () => {
  const run = await provision()
  assert.equal(run.exitCode, 0, run.err)
  assert.equal(run.out, `${out}\n`)
  assert.match(run.err, /^sign-in {6}the token in AGENTID_GRAPH_TOKEN\n/)
  assert.match(run.err, /\ntenant {7}Contoso Agents \(10000000-\S+, contoso-agents\.example\)\n/)
  assert.match(run.err, /\ntoken {8}got a token for Parcel\n/)
  assert.deepEqual(await list(), files)
})

test('every file is for its user alone', { skip: process.platform === 'win32' }, async () => {
  await provision()
  for (const name of files) {
    assert.equal((await stat(join(out, '..', name))).mode & 0o777, 0o600, name)
  }
})

test('no output and no record holds a token or a secret', async () => {
  const runs = [await provision('--dry-run'), await provision(), await provision()]
  const record = await readFile(`${out}.record.json`, 'utf8')
  const secrets = place.tenants.describe(tenantId).blueprints.flatMap((one) => one.secrets)
  assert.equal(secrets.length, 2)
  for (const text of [...runs.flatMap((one) => [one.out, one.err]), record]) {
    assert.doesNotMatch(text, /eyJ|PRIVATE KEY/)
    for (const { value } of secrets) assert.ok(!text.includes(value))
  }
})

test('--dry-run prints the calls to stdout and writes nothing', async () => {
  const run = await provision('--dry-run')
  assert.equal(run.exitCode, 0)
  assert.match(run.out, /^POST \/v1\.0\/applications\/microsoft\.graph\.agentIdentityBlueprint \{/)
  assert.match(run.err, /\nnothing was written \(--dry-run\)\n$/)
  assert.deepEqual(await list(), [])
  assert.equal(await countLive(place), 0)
})

test('Ctrl-C ends with 130 and says how to go on; the same command does', async () => {
  const stopped = await agentid(['provision', '--out', out, ...named], {
    interruptAt: 'microsoft.graph.agentIdentity',
  })
  assert.equal(stopped.exitCode, 130)
  assert.match(
    stopped.err,
    /\ninterrupted\nRun the same command again to continue, or `agentid teardown --out /,
  )
  assert.equal((await provision()).exitCode, 0)
  assert.equal(await countLive(place), 7)
})

test('teardown takes the tenant from the record and removes objects and files', async () => {
  await provision()
  const run = await agentid(['teardown', '--out', out])
  assert.equal(run.exitCode, 0, run.err)
  assert.match(run.err, /\nremoved everything\n$/)
  assert.equal(await countLive(place), 0)
  assert.deepEqual(await list(), [])
  const again = await agentid(['teardown', '--out', out])
  assert.deepEqual(
    [again.exitCode, again.err],
    [0, `nothing to remove: ${out}.record.json does not exist\n`],
  )
})

test('teardown finds the files beside a record that is named', async () => {
  await provision()
  const run = await agentid(['teardown', '--record', `${out}.record.json`])
  assert.equal(run.exitCode, 0, run.err)
  assert.deepEqual(await list(), [])
})

const people = ['--agent-user', '--delegated']

test('the agent user is made, told and removed', async () => {
  const run = await provision(...people)
  assert.equal(run.exitCode, 0, run.err)
  assert.match(run.err, /\nagent user +made agentid-Booking user [\da-f]{8} \([\da-f-]{36}\)\n/)
  assert.match(
    run.err,
    /\npermission +granted User\.Read openid profile\s+offline_access to\s+Booking for its agent user\n/,
  )
  assert.match(
    run.err,
    /\npermission +granted User\.Read openid profile\s+offline_access to\s+Booking for every user\n/,
  )
  assert.match(run.err, /\nscope +gave Concierge the scope api:\/\/[\da-f-]{36}\/access_agent\n/)
  assert.match(await readFile(out, 'utf8'), /\nAGENTID_AGENT_USER_NAME=booking-[\da-f]{8}@/)
  const removal = await agentid(['teardown', '--out', out])
  assert.equal(removal.exitCode, 0, removal.err)
  assert.equal(await countLive(place), 0)
})

for (const missing of [
  'AgentIdUser.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'AgentIdentityBlueprint.UpdateAuthProperties.All',
]) {
  test(`a token without ${missing} is told what to consent to`, async () => {
    const scopes = allPermissions.filter((one) => one !== missing)
    const env = { AGENTID_GRAPH_TOKEN: await place.tokenWith({ scopes }) }
    const args = ['provision', '--out', out, ...named, ...people]
    const { exitCode, err } = await agentid(args, { env })
    assert.equal(exitCode, 1)
    assert.ok(err.replace(/\s+/g, ' ').includes(missing), err)
    assert.equal((await provision(...people)).exitCode, 0)
  })
}

test('a tenant that is not named is refused with 2 before anything is written', async () => {
  const { exitCode, err } = await agentid(['provision', '--out', out])
  assert.equal(exitCode, 2)
  assert.match(err, /refused: you must name the tenant by its id and by one of its verified/)
  assert.match(err, /\ndo +Pass both: --tenant ID --domain DOMAIN\.\n$/)
})

test('the tenant may be named by variables', async () => {
  const env = { AGENTID_TENANT_ID: tenantId, AGENTID_TENANT_DOMAIN: domain }
  assert.equal((await agentid(['provision', '--out', out], { env })).exitCode, 0)
})

test('production needs its display name as an extra word', async () => {
  place = await openPlace({ users: 900 })
  const refused = await provision()
  assert.equal(refused.exitCode, 2)
  assert.match(refused.err, /looks like production: it has 900 users, more than 50/)
  const run = await provision('--i-know-this-is-production', 'Contoso Agents')
  assert.equal(run.exitCode, 0, run.err)
})

test('a missing permission is named, with the request-id', async () => {
  const scopes = allPermissions.filter((one) => one !== 'AgentIdentityBlueprint.Create')
  const env = { AGENTID_GRAPH_TOKEN: await place.tokenWith({ scopes }) }
  const { exitCode, err } = await agentid(['provision', '--out', out, ...named], { env })
  assert.equal(exitCode, 1)
  assert.match(err, /refused \(HTTP\s403, Authorization_RequestDenied\): Insufficient privileges/)
  assert.match(err, /\ndo +Consent to AgentIdentityBlueprint\.Create, then get a new\s+token\./)
  const requestId = place.sandbox.journal.entries().at(-1)?.traceId
  assert.match(err, new RegExp(`\nrequest-id +${requestId}\n`))
  assert.match(err, /\nclient-request-id +[\da-f-]{36}\n/)
})

test('the command reports an expired token before it uses it', async () => {
  const env = { AGENTID_GRAPH_TOKEN: makeJwt({ tid: tenantId, exp: 1_000_000_000 }) }
  const { exitCode, err } = await agentid(['provision', '--out', out, ...named], { env })
  assert.equal(exitCode, 1)
  assert.match(err, /AGENTID_GRAPH_TOKEN has expired and agentid cannot renew it/)
  assert.doesNotMatch(err, /Run the same command again to continue, or/)
  assert.deepEqual(place.operations, [])
})

test('a record that cannot be read is a usage error', async () => {
  await writeFile(`${out}.record.json`, '{"version":2}')
  const { exitCode, err } = await provision()
  assert.equal(exitCode, 2)
  assert.match(err, /is not a record of agentid provision/)
})

for (const [args, message] of [
  [['--tenant', 'contoso'], /Expected a GUID\./],
  [['--domain', 'contoso'], /Expected a domain name\./],
  [['--wait', '4000'], /Expected a whole number from 0 to 3600\./],
  [['--name-prefix', "a'b"], /Expected 1 to 100 letters/],
  [['--client-id', tenantId], /--client-id works only with --device-code/],
] as const) {
  test(`${args.join(' ')} is a usage error`, async () => {
    const { exitCode, err } = await agentid(['provision', '--out', out, ...args])
    assert.equal(exitCode, 2)
    assert.match(err, message)
  })
}

test('a Graph without https is refused, except on this machine', async () => {
  const env = { AGENTID_GRAPH_URL: 'http://graph.example' }
  const { exitCode, err } = await agentid(['provision', '--out', out, ...named], { env })
  assert.equal(exitCode, 2)
  assert.match(err, /AGENTID_GRAPH_URL must be an https origin/)
})
