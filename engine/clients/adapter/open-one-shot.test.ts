import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, it, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { capabilities } from '../capabilities.ts'
import { type OneShotOptions, openOneShot } from './open-one-shot.ts'
import { stopsListening } from './testing/is-listening.ts'
import { setup } from './testing/setup.ts'
import { untilLate } from './testing/until-late.ts'

const program = fileURLToPath(new URL('testing/one-shot.mjs', import.meta.url))
/** Nothing else of this environment, so that messages do not depend on it. */
const inherited = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot }
const wanted = { agentIdentity: 'a', scope: 's' }

const opened = (how: string, options: Partial<OneShotOptions> = {}) =>
  openOneShot({
    command: [process.execPath, program, how],
    timeoutMs: 60_000,
    inherited,
    ...options,
  })

async function configured(t: TestContext, how: string, options: Partial<OneShotOptions> = {}) {
  const client = await opened(how, options).configure(setup())
  t.after(client.close)
  return client
}

const toldBy = ({ token }: { readonly token?: string | undefined }) => JSON.parse(token ?? 'null')

describe('a client behind a program that runs once for each acquisition', () => {
  it('can do little, unless it is said what', () => {
    const client = openOneShot({ command: ['/usr/bin/bash', 'my/adapter.sh'], timeoutMs: 1 })
    assert.equal(client.name, 'bash adapter.sh')
    assert.equal(client.version, '')
    assert.equal(client.capabilities.cache.enabled, false)
    assert.equal(client.maxParallel, 6)
    const able = capabilities.parse({ parallel: false, cache: { enabled: true } })
    const other = opened('good', { capabilities: able, name: 'mine' })
    assert.equal(other.name, 'mine')
    assert.equal(other.capabilities.cache.enabled, true)
    assert.equal(other.maxParallel, 1)
  })

  it('finds in its environment what it is asked, and replies on its last line', async (t) => {
    const client = await configured(t, 'good', { env: { TEST_GIVEN: 'given' } })
    const told = toldBy(await client.acquire(wanted))
    assert.deepEqual(told.context, {
      configure: {
        authorityHost: 'https://localhost:8443',
        tenantId: 'tenant',
        caFile: '/ca.pem',
        cloud: 'public',
        logLevel: 'trace',
        blueprint: { clientId: 'blueprint', credential: { type: 'secret', value: 'my-secret' } },
      },
      acquire: { flow: 'autonomous', agentIdentity: 'a', scopes: ['s'] },
    })
    assert.equal(told.authority, 'https://localhost:8443')
    assert.equal(told.given, 'given')
    await client.reconfigure(setup({ tenantId: 'other' }))
    const again = toldBy(await client.acquire(wanted))
    assert.equal(again.context.configure.tenantId, 'other')
    assert.equal(again.scenario, told.scenario)
    const next = toldBy(await (await configured(t, 'good')).acquire(wanted))
    assert.notEqual(next.scenario, told.scenario)
  })

  it('said all that it wrote, but its reply', async (t) => {
    const client = await configured(t, 'good')
    await client.acquire({ ...wanted, agentIdentity: 'one' })
    await client.acquire({ ...wanted, agentIdentity: 'two' })
    assert.equal(
      await client.said(),
      'a line of output\nlog of one\n\na line of output\nlog of two\n',
    )
  })

  it('may refuse, with any exit code', async (t) => {
    const client = await configured(t, 'refuses')
    const { error } = await client.acquire(wanted)
    assert.equal(error?.kind, 'client')
    assert.match(await client.said(), /I refuse/)
  })

  const failures = {
    silent:
      /silent" exited with code 7 and wrote no reply to stdout\. .*stderr:\n {2}about \(hidden\)$/,
    garbage: /code 0 and the last line of its stdout is not a JSON object: done with \(hidden\)\./,
    'wrong-member':
      /code 0 and sent an invalid reply: token\.accessToken: Invalid input: expected string, received null\./,
    floods: /sent too much output: a line of over 1 MB, or over 10 MB in all\./,
  }
  for (const [how, message] of Object.entries(failures)) {
    it(`breaks the protocol, where it is ${how}`, async (t) => {
      const client = await configured(t, how)
      await assert.rejects(client.acquire(wanted), { name: 'AdapterFailure', message })
    })
  }

  it('breaks the protocol, where it never ends', async (t) => {
    const client = await configured(t, 'never-ends')
    await untilLate(t, () =>
      assert.rejects(client.acquire(wanted), { message: /did not end within 60 s/ }),
    )
  })

  it('has ended when it exited, though what it started would go on', async (t) => {
    const client = await configured(t, 'leaves-a-child')
    assert.equal((await client.acquire(wanted)).token, 't')
  })

  it('gets no credential of this machine', async (t) => {
    const live = { ...inherited, TEST_GIVEN: 'live' }
    const client = await configured(t, 'good', { inherited: live })
    assert.equal(toldBy(await client.acquire(wanted)).given, undefined)
    const passed = await configured(t, 'good', { inherited: live, passEnv: ['TEST_GIVEN'] })
    assert.equal(toldBy(await passed.acquire(wanted)).given, 'live')
  })

  it('ends, and the run goes on, though a process in a session of its own holds its output', {
    skip: process.platform !== 'linux' && 'only Linux has /proc',
  }, async (t) => {
    const client = opened('leaves-a-session')
    const scenario = await client.configure(setup())
    t.after(scenario.close)
    const { token } = await scenario.acquire(wanted)
    assert.ok(await stopsListening(Number(token)))
    assert.match(
      client.warnings.join(),
      /^".*one-shot\.mjs leaves-a-session" exited, but a process that it started kept its output open and was ended: node \(pid \d+\)$/,
    )
  })

  it('must be there', async () => {
    const client = openOneShot({ command: ['no-such-program-4711'], timeoutMs: 60_000 })
    const configured = await client.configure(setup())
    await assert.rejects(configured.acquire(wanted), { message: /ENOENT/ })
  })

  it('has a redirect and files for a scenario, which are gone after it', async () => {
    let closed = 0
    const openRedirect = async () => ({
      environment: { TEST_GIVEN: 'by the redirect' },
      strangeHosts: () => ['a.example', 'a.example'],
      close: async () => {
        closed += 1
      },
    })
    const client = opened('good', { openRedirect })
    const credential = { type: 'certificate', certificatePem: 'c', privateKeyPem: 'k' } as const
    const scenario = await client.configure(setup({ credential }))
    const told = toldBy(await scenario.acquire(wanted))
    assert.equal(told.given, 'by the redirect')
    const file = told.context.configure.blueprint.credential.privateKeyFile
    assert.ok(existsSync(file))
    assert.deepEqual(scenario.strangeHosts(), ['a.example'])
    await scenario.close()
    assert.equal(closed, 1)
    assert.ok(!existsSync(file))
  })
})
