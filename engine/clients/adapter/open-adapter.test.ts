import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, it, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { AdapterFailure } from '../client-under-test.ts'
import { type AdapterOptions, openAdapter } from './open-adapter.ts'
import type { Redirect } from './redirect-type.ts'
import { isListening, stopsListening } from './testing/is-listening.ts'
import { setup } from './testing/setup.ts'
import { untilLate } from './testing/until-late.ts'

const good = fileURLToPath(new URL('testing/good.mjs', import.meta.url))
const bad = fileURLToPath(new URL('testing/bad.mjs', import.meta.url))
const wanted = { agentIdentity: 'a', scope: 's' }

async function opened(t: TestContext, options: Partial<AdapterOptions> = {}) {
  const command = [process.execPath, good]
  const client = await openAdapter({ command, timeoutMs: 60_000, shutdownMs: 60_000, ...options })
  t.after(client.close)
  return client
}

const openedBad = (t: TestContext, how: string, options: Partial<AdapterOptions> = {}) =>
  opened(t, { command: [process.execPath, bad, how], ...options })

function toldBy(outcome: { readonly token?: string | undefined }) {
  return JSON.parse(outcome.token ?? 'null')
}

describe('a client behind a program that goes on running', () => {
  it('tells what it is and what it can do', async (t) => {
    const TEST_CAPABILITIES = '{"forceRefresh":true,"parallel":false}'
    const client = await opened(t, { env: { TEST_CAPABILITIES }, maxParallel: 3 })
    assert.equal(client.name, 'good')
    assert.equal(client.version, '1.2.3')
    assert.equal(client.language, 'node')
    assert.equal(client.capabilities.forceRefresh, true)
    assert.deepEqual(client.capabilities.errorFields, [])
    assert.equal(client.maxParallel, 1)
    assert.equal(client.hasVirtualTime, false)
    assert.equal((await opened(t, { name: 'mine' })).name, 'mine')
  })

  it('is configured for each scenario, and asked for tokens', async (t) => {
    const client = await opened(t)
    const configured = await client.configure(setup())
    const { asked, configured: got } = toldBy(await configured.acquire(wanted))
    assert.deepEqual(asked, { flow: 'autonomous', agentIdentity: 'a', scopes: ['s'] })
    assert.equal(got.tenantId, 'tenant')
    assert.deepEqual(got.blueprint.credential, { type: 'secret', value: 'my-secret' })
    await configured.reconfigure(setup({ tenantId: 'other' }))
    assert.equal(toldBy(await configured.acquire(wanted)).configured.tenantId, 'other')
    await configured.close()
  })

  it('reports refusals as the program tells them', async (t) => {
    const configured = await (await opened(t)).configure(setup())
    assert.deepEqual(await configured.acquire({ ...wanted, agentIdentity: 'refused' }), {
      error: {
        kind: 'server',
        message: 'refused, and here is my-secret',
        status: 401,
        code: 'invalid_client',
        aadsts: [7000215],
        correlationId: 'c1',
      },
    })
    await configured.close()
  })

  it('refuses each acquisition where it refused its configuration', async (t) => {
    const client = await opened(t, { env: { TEST_UNSUPPORTED: 'configure' } })
    const configured = await client.configure(setup())
    const { error } = await configured.acquire(wanted)
    assert.equal(error?.kind, 'unsupported')
    assert.equal(error?.message, 'no configure')
    await configured.close()
  })

  it('said in a scenario what it wrote since configure, and its errors, but no token', async (t) => {
    const client = await opened(t, { maxParallel: 1 })
    const first = await client.configure(setup({ tenantId: 'first' }))
    await first.acquire({ ...wanted, agentIdentity: 'refused' })
    await first.acquire({ ...wanted, agentIdentity: 'one' })
    const said = await first.said()
    assert.match(said, /configured .*first.*my-secret[\s\S]*acquire one[\s\S]*here is my-secret/)
    assert.doesNotMatch(said, /accessToken/)
    await first.close()
    const second = await client.configure(setup({ tenantId: 'second' }))
    await second.acquire({ ...wanted, agentIdentity: 'two' })
    assert.equal(await first.said(), said)
    assert.doesNotMatch(await second.said(), /first|acquire one/)
    await second.close()
    assert.match(await second.said(), /acquire two/)
  })

  it('runs in as many copies as scenarios need at once, and no more', async (t) => {
    const client = await opened(t, { maxParallel: 2 })
    const one = await client.configure(setup())
    const two = await client.configure(setup())
    const three = client.configure(setup())
    const pids = [toldBy(await one.acquire(wanted)).pid, toldBy(await two.acquire(wanted)).pid]
    assert.notEqual(pids[0], pids[1])
    await one.close()
    assert.equal(toldBy(await (await three).acquire(wanted)).pid, pids[0])
    await Promise.all([two.close(), (await three).close()])
    await client.close()
    assert.deepEqual(client.warnings, [])
    await assert.rejects(client.configure(setup()), AdapterFailure)
  })

  it('gets certificates as files, which are gone after the scenario', async (t) => {
    const configured = await (await opened(t)).configure(
      setup({ credential: { type: 'certificate', certificatePem: 'c', privateKeyPem: 'k' } }),
    )
    const { credential } = toldBy(await configured.acquire(wanted)).configured.blueprint
    assert.ok(existsSync(credential.privateKeyFile))
    await configured.close()
    assert.ok(!existsSync(credential.privateKeyFile))
  })

  it('is a process of its own for each scenario, where it refuses reset', async (t) => {
    const client = await opened(t, { env: { TEST_UNSUPPORTED: 'reset' }, maxParallel: 1 })
    const one = await client.configure(setup())
    const { pid } = toldBy(await one.acquire(wanted))
    await one.close()
    const two = await client.configure(setup())
    assert.notEqual(toldBy(await two.acquire(wanted)).pid, pid)
    await two.close()
    assert.deepEqual(client.warnings, ['good refuses reset, so each scenario starts a new process'])
  })

  it('must speak this version of the protocol', async (t) => {
    await assert.rejects(openedBad(t, 'refuses-protocol'), {
      name: 'AdapterFailure',
      message: /refused agentid-adapter\/1: I speak version 9\. The last lines of its stderr:/,
    })
  })

  it('is replaced after it broke the protocol', async (t) => {
    const client = await openedBad(t, 'never-answers', { maxParallel: 1 })
    const one = await client.configure(setup())
    await untilLate(t, () =>
      assert.rejects(one.acquire(wanted), {
        name: 'AdapterFailure',
        message: /did not answer acquire within 60 s/,
      }),
    )
    await one.close()
    const two = await client.configure(setup())
    await two.close()
  })

  it('fails at the end of a scenario, where it broke the protocol after its last reply', async (t) => {
    const client = await openedBad(t, 'answers-twice-later', { maxParallel: 1 })
    const one = await client.configure(setup())
    assert.equal((await one.acquire(wanted)).token, 'once')
    await assert.rejects(one.close(), { message: /answered request 3 twice/ })
    await assert.rejects(one.close(), AdapterFailure)
    await (await client.configure(setup())).close()
  })

  it('leaves nothing running, not even what it started itself', async (t) => {
    const client = await openedBad(t, 'grandchild')
    const configured = await client.configure(setup())
    const port = Number((await configured.acquire(wanted)).token)
    assert.ok(await isListening(port))
    await configured.close()
    await client.close()
    assert.ok(await stopsListening(port))
    assert.deepEqual(client.warnings, [])
  })

  it('is killed with a warning, where it ignores shutdown', async (t) => {
    const client = await openedBad(t, 'ignores-shutdown', { shutdownMs: 100 })
    await client.close()
    assert.deepEqual(client.warnings, [
      'bad did not exit within 0.1 s of shutdown, so it was killed',
    ])
  })
})

describe('a redirected client', () => {
  function redirects() {
    const open: { strangers: string[]; isClosed: boolean }[] = []
    const openRedirect = async (): Promise<Redirect> => {
      const redirect = { strangers: ['before.example'], isClosed: false }
      open.push(redirect)
      return {
        environment: { TEST_CAPABILITIES: '{"redirect":["impersonate"]}' },
        strangeHosts: () => redirect.strangers,
        close: async () => {
          redirect.isClosed = true
        },
      }
    }
    return { open, openRedirect }
  }

  it('is led by a redirect for each process, and asks the hosts of Microsoft Entra', async (t) => {
    const { open, openRedirect } = redirects()
    const client = await opened(t, { openRedirect })
    const configured = await client.configure(setup())
    const { authorityHost } = toldBy(await configured.acquire(wanted)).configured
    assert.equal(authorityHost, 'https://login.microsoftonline.com')
    const other = await client.configure(setup())
    assert.equal(open.length, 2)
    open[0]?.strangers.push('a.example', 'before.example', 'a.example')
    assert.deepEqual(configured.strangeHosts(), ['a.example', 'before.example'])
    assert.deepEqual(other.strangeHosts(), [])
    await Promise.all([configured.close(), other.close()])
    open[0]?.strangers.push('late.example')
    assert.deepEqual(configured.strangeHosts(), ['a.example', 'before.example'])
    await client.close()
    assert.deepEqual(
      open.map(({ isClosed }) => isClosed),
      [true, true],
    )
  })

  it('is not asked anything without a redirect, and goes on', async (t) => {
    const TEST_CAPABILITIES = '{"redirect":["impersonate"]}'
    const client = await opened(t, { env: { TEST_CAPABILITIES }, maxParallel: 1 })
    const message = /would send its requests to the real one/
    await assert.rejects(client.configure(setup()), { name: 'AdapterFailure', message })
    await assert.rejects(client.configure(setup()), { name: 'AdapterFailure', message })
  })

  it('closes its redirect where it cannot be started', async () => {
    const { open, openRedirect } = redirects()
    const command = ['no-such-program-4711']
    await assert.rejects(openAdapter({ command, timeoutMs: 60_000, openRedirect }), AdapterFailure)
    assert.deepEqual(
      open.map(({ isClosed }) => isClosed),
      [true],
    )
  })
})
