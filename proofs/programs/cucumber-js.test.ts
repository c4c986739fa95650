import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runProgram } from '../../tests/support/run-program.ts'
import { root } from '../../tests/support/run-tool.ts'
import { serveMock } from '../../tests/support/served-mock.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-cucumber-'))
})
after(() => rm(folder, { recursive: true }))

const bin = join(root, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js')
const feature = 'features/blueprint/obtaining-t1.feature'
const client = ['--profile', 'client', 'features/client/sending.feature']

function cucumber(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runProgram(process.execPath, [bin, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
}

async function featureOf(step: string): Promise<string> {
  const file = join(folder, 'own.feature')
  await writeFile(file, `@mock\nFeature: F\n  Scenario: S\n    ${step}\n`)
  return file
}

describe('cucumber-js', () => {
  it('runs one scenario of a file, in parallel, and writes every report', async () => {
    const formats = ['html', 'junit', 'message'].flatMap((name) => [
      '--format',
      `${name}:"${join(folder, name)}"`,
    ])
    const lines = (await readFile(join(root, feature), 'utf8')).split('\n')
    const line = lines.findIndex((text) => text.includes('Scenario:')) + 1
    const { status, stdout } = await cucumber([`${feature}:${line}`, '--parallel', '2', ...formats])
    assert.match(stdout, /^1 scenario \(1 passed\)$/m)
    assert.equal(status, 0)
    assert.match(await readFile(join(folder, 'html'), 'utf8'), /<html/)
    assert.match(await readFile(join(folder, 'junit'), 'utf8'), /<testsuite .*tests="1"/)
    assert.match(await readFile(join(folder, 'message'), 'utf8'), /"testRunFinished"/)
  })

  it('fails where no scenario is selected', async () => {
    const { status, stderr } = await cucumber(['--tags', '@nothing', feature])
    assert.match(stderr, /no scenario was selected/)
    assert.equal(status, 1)
  })

  it('names the tag of today where a rule had another id before', async () => {
    const { status, stderr } = await cucumber(['--tags', '@rule:RETRY-2', feature])
    assert.match(stderr, /no scenario was selected: .* Use its new name, @rule:RETRY-PER-AGENT\./)
    assert.equal(status, 1)
  })

  it('fails where a step is undefined, even if nothing is run', async () => {
    const file = await featureOf('Given nobody defined this')
    const { status, stderr } = await cucumber(['--dry-run', file])
    assert.match(stderr, /1 steps are undefined/)
    assert.equal(status, 1)
  })

  it('fails where a scenario fails', async () => {
    const { status, stdout } = await cucumber([await featureOf('Then a token is issued')])
    assert.match(stdout, /^1 scenario \(1 failed\)$/m)
    assert.equal(status, 1)
  })

  it('fails where the target cannot be judged', async () => {
    const env = { AGENTID_TENANT_ID: '', AGENTID_AUTHORITY_HOST: 'https://127.0.0.1:1' }
    const { status, stderr } = await cucumber(['--profile', 'live', feature], env)
    assert.match(stderr, /AGENTID_TENANT_ID is not set/)
    assert.equal(status, 1)
  })

  it('skips a scenario in which a tenant is only observed, and never passes it', async () => {
    const mock = await serveMock()
    try {
      const { AGENTID_TENANT_ID: tenant, AGENTID_AUTHORITY_HOST: host } = mock.env
      const { status: relaxed } = await runProgram('curl', [
        ...['--silent', '--fail', '--cacert', mock.env.AGENTID_CA_FILE ?? '', '--request', 'PUT'],
        ...['--header', 'content-type: application/json', '--data'],
        ...['{"relaxedRules":["FMI-KNOWN"]}', `${host}/_mock/rules?tenant=${tenant}`],
      ])
      assert.equal(relaxed, 0)
      const args = ['--profile', 'live', '--tags', '@rule:FMI-KNOWN', feature]
      const { status, stdout } = await cucumber(args, mock.env)
      assert.match(stdout, /^\d+ scenarios? \(\d+ skipped(, \d+ passed)?\)$/m)
      assert.equal(status, 0)
    } finally {
      await mock.stop()
    }
  })

  it('judges the client that a variable names', async () => {
    const command = `${process.execPath} engine/clients/adapter/testing/bad.mjs exits-early`
    const { status, stdout } = await cucumber(client, { AGENTID_CLIENT: command })
    assert.match(stdout, /AdapterFailure/)
    assert.equal(status, 1)
  })

  it('skips what a client does not declare, and says why', async () => {
    const command = `${process.execPath} engine/clients/adapter/testing/bad.mjs out-of-order`
    const args = ['--profile', 'client', '--name', 'in the US Government cloud']
    const world = ['--world-parameters', JSON.stringify({ client: command })]
    const { status, stdout } = await cucumber([...args, ...world, '--format', 'message'])
    assert.match(stdout, /does not declare the cloud usGovernment/)
    assert.equal(status, 0)
  })
})
