import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { parseEnv } from 'node:util'
import { runProgram } from '../../../tests/support/run-program.ts'
import { root } from '../../../tests/support/run-tool.ts'
import { type ServedMock, serveMock } from '../../../tests/support/served-mock.ts'

// A mock in the place of a tenant: every command that a person with a tenant types, one after the other.
let mock: ServedMock
let folder: string
before(async () => {
  mock = await serveMock()
  folder = await mkdtemp(join(tmpdir(), 'agentid-tenant-'))
})
after(async () => {
  await mock.stop()
  await rm(folder, { recursive: true, force: true })
})

async function agentid(args: readonly string[], env: Readonly<Record<string, string>>) {
  const command = [join(root, 'dist/cli/agentid.js'), ...args]
  const { status, stdout, stderr } = await runProgram(process.execPath, command, {
    env: { ...env, AGENTID_CA_FILE: mock.caFile },
    cwd: folder,
  })
  return { status, output: `${stdout}${stderr}` }
}

test('a tenant is provisioned, judged, compared with the mock, and left as it was', async () => {
  const { AGENTID_AUTHORITY_HOST = '', AGENTID_GRAPH_URL = '', AGENTID_GRAPH_TOKEN = '' } = mock.env
  const signedIn = { AGENTID_AUTHORITY_HOST, AGENTID_GRAPH_URL, AGENTID_GRAPH_TOKEN }
  const named = ['--tenant', mock.env.AGENTID_TENANT_ID ?? '', '--domain', 'contoso.example']

  const made = await agentid(['provision', '--agent-user', ...named], signedIn)
  assert.equal(made.status, 0, made.output)
  const file = await readFile(join(folder, 'agentid.env'), 'utf8')
  const variables = Object.fromEntries(
    Object.entries(parseEnv(file)).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  assert.notEqual(variables.AGENTID_AGENT_ID, mock.env.AGENTID_AGENT_ID)

  const live = ['--target', 'live', '--save-evidence', 'live-evidence']
  const judged = await agentid(['conformance', ...live], { ...signedIn, ...variables })
  assert.equal(judged.status, 0, judged.output)
  assert.match(judged.output, /\d+ passed, 0 failed, /)
  // It makes a client secret and no other credential, signs nobody in, and issues no T1 that it should not issue.
  const untestable = judged.output.match(/(?<=\d because ).+/g) ?? []
  const expected =
    /^AGENTID_(BLUEPRINT_CERTIFICATE|BLUEPRINT_ASSERTION|USER_ASSERTION)_FILE is not set$|^a managed identity counts only if|^the target issues no token that rule FMI-/
  assert.deepEqual(
    untestable.filter((reason) => !expected.test(reason)),
    [],
  )

  const compared = await agentid(['compare-live', 'live-evidence'], {})
  assert.equal(compared.status, 0, compared.output)
  assert.doesNotMatch(compared.output, /Disagreement/)
  assert.match(
    compared.output,
    /\n {2}T1-AGENT {2}Only the agent identity that T1 names can redeem it/,
  )

  const gone = await agentid(['teardown'], signedIn)
  assert.equal(gone.status, 0, gone.output)
  assert.deepEqual(await readdir(folder), ['live-evidence'])

  const written = [made, judged, compared, gone].map(({ output }) => output).join('\n')
  const secrets = [variables.AGENTID_BLUEPRINT_SECRET, variables.AGENTID_OTHER_BLUEPRINT_SECRET]
  for (const secret of [...secrets, AGENTID_GRAPH_TOKEN]) {
    assert.ok(secret)
    assert.ok(!written.includes(secret))
  }
})
