import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readManifest } from './read-manifest.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-manifest-'))
  await mkdir(join(folder, 'src'))
})
after(() => rm(folder, { recursive: true }))

async function written(text: string, name = 'agentid-adapter.yaml'): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

async function problemOf(text: string): Promise<string> {
  const file = await written(text)
  const error: unknown = await readManifest(file).then(
    () => assert.fail('it was read'),
    (thrown) => thrown,
  )
  assert.ok(error instanceof Error && error.name === 'AdapterUsageError', String(error))
  return error.message.replaceAll(file, 'FILE').replaceAll(folder, 'FOLDER')
}

describe('the manifest of an adapter', () => {
  it('needs no more than a command', async () => {
    assert.deepEqual(await readManifest(await written('command: [node, adapter.mjs]')), {
      command: ['node', 'adapter.mjs'],
      workdir: folder,
      timeoutSeconds: 30,
      expectedFailures: [],
      skip: [],
    })
  })

  it('may say all that there is to say, in JSON too', async () => {
    await written('- {check: CACHE-PER-AGENT, scenario: One, reason: "issue 7"}', 'known.yaml')
    const manifest = await readManifest(
      await written(
        JSON.stringify({
          $schema: './agentid-adapter-manifest.schema.json',
          name: 'mine',
          command: ['./adapter'],
          oneShot: true,
          env: { DEBUG: '1' },
          passEnv: ['MY_HOME'],
          workdir: 'src',
          capabilities: { cache: { enabled: true, skewSeconds: 60 } },
          expectedFailures: 'known.yaml',
          skip: [{ check: 'MANAGED-IDENTITY-ONCE', reason: 'no managed identities there' }],
          timeoutSeconds: 2.5,
        }),
      ),
    )
    assert.equal(manifest.workdir, join(folder, 'src'))
    assert.deepEqual(manifest.passEnv, ['MY_HOME'])
    assert.deepEqual(manifest.expectedFailures, [
      { check: 'CACHE-PER-AGENT', scenario: 'One', reason: 'issue 7' },
    ])
    assert.equal(manifest.capabilities?.cache.skewSeconds, 60)
    assert.deepEqual(manifest.capabilities?.flows, ['autonomous'])
    assert.equal(manifest.timeoutSeconds, 2.5)
  })

  it('may name a server on this machine', async () => {
    for (const url of ['http://127.0.0.1:8080/', 'https://localhost/x', 'http://[::1]:1/']) {
      assert.equal((await readManifest(await written(`url: "${url}"`))).url, url)
    }
  })

  const problems: Readonly<Record<string, string>> = {
    'command: [node\nname: x': 'FILE:2:1: the manifest is not valid YAML: ',
    'command: [node]\ncomand: x\n': 'FILE:2:9: comand: Unrecognized key: "comand"',
    'command: node': 'FILE:1:10: command: Invalid input: expected array, received string',
    'command: [node, 7]': 'FILE:1:17: command.1: Invalid input: expected string, received number',
    'command: [node]\nenv: {A: 1}':
      'FILE:2:10: env.A: Invalid input: expected string, received number',
    'name: x': 'FILE:1:1: give either command or url, not both',
    'command: [a]\nurl: "http://localhost"': 'FILE:1:1: give either command or url, not both',
    'url: "http://example.com/"':
      'FILE:1:6: url: must be a URL on this machine: localhost, 127.0.0.1 or [::1]',
    'url: "ftp://localhost/"': 'FILE:1:6: url: must be an http or https URL',
    'url: "http://localhost/"\noneShot: true': 'FILE:2:10: oneShot: allowed only with command',
    'command: [a]\ncapabilities: {}':
      'FILE:2:15: capabilities: allowed only with oneShot; other adapters declare capabilities in their reply to hello',
    'command: [a]\noneShot: true\ncapabilities: {flows: [dance]}':
      'FILE:3:24: capabilities.flows.0: Invalid option: expected one of "autonomous"|"agentUser"|"obo"',
    'command: [a]\nexpectedFailures: 7':
      'FILE:2:19: expectedFailures: Invalid input: expected string, received number; or: Invalid input: expected array, received number',
    'command: [a]\nexpectedFailures: [{check: MANAGED-IDENTITY-ONCE}]':
      'FILE:2:20: expectedFailures.0.reason: Invalid input: expected string, received undefined',
    'command: [a]\nexpectedFailures: [{check: cashe-per-agent, reason: r}]':
      'FILE:2:28: expectedFailures.0.check: unknown client rule "cashe-per-agent". Did you mean CACHE-PER-AGENT',
    'command: [a]\nskip: [{check: MANAGED-IDENTITY-ONCE, reason: " "}]':
      'FILE:2:47: skip.0.reason: give a reason',
    'command: [a]\nskip: [{check: RETRY-2, reason: r}]':
      'FILE:2:16: skip.0.check: RETRY-2 is now called RETRY-PER-AGENT',
    'command: [a]\nskip: [{check: QQQQ, reason: r}]':
      'FILE:2:16: skip.0.check: unknown client rule "QQQQ". `agentid rules` lists them all.',
    'command: [a]\nexpectedFailures: none.yaml':
      'Cannot read the list of expected failures FOLDER/none.yaml: ENOENT',
    'command: [a]\ntimeoutSeconds: 0': 'FILE:2:17: timeoutSeconds: Too small',
    '': 'FILE: Invalid input: expected object, received null',
  }
  for (const [text, problem] of Object.entries(problems)) {
    it(`tells what is wrong with ${JSON.stringify(text)}`, async () => {
      const told = (await problemOf(text)).replace('Invalid manifest.\n', '')
      assert.equal(told.slice(0, problem.length), problem)
    })
  }

  it('must be there', async () => {
    await assert.rejects(readManifest(join(folder, 'no.yaml')), {
      name: 'AdapterUsageError',
      message: `Cannot read the manifest ${join(folder, 'no.yaml')}: ENOENT`,
    })
  })

  it('does not unfold aliases without end', async () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(20).fill(of)}]`
    const text = ['a: &a [x]', level('b', '*a'), level('c', '*b'), level('d', '*c')].join('\n')
    assert.match(await problemOf(text), /^FILE: Excessive alias count/)
  })
})
