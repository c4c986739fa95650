import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { runProgram } from '../../../tests/support/run-program.ts'
import type { KillableMock } from '../../../tests/support/served-mock.ts'
import { commandInFolder, inFolder, serve } from './serve-in-folder.ts'

const run = (...extra: readonly string[]) => runProgram(process.execPath, commandInFolder(extra))

const control = (mock: KillableMock, method: string, path: string, body?: unknown) =>
  fetch(`${mock.httpUrl}/_mock${path}`, {
    headers: { 'content-type': 'application/json' },
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

async function namesOf(mock: KillableMock): Promise<string[]> {
  const { tenants } = (await (await control(mock, 'GET', '/tenants')).json()) as {
    readonly tenants: readonly { readonly displayName: string }[]
  }
  return tenants.map(({ displayName }) => displayName)
}

test('tenants of the control API are there after a kill, and a reset leads back', async () => {
  const file = inFolder('control.db')
  const tenantId = '10000000-c0de-4a11-8000-00000000000a'
  const one = await serve(['--state', file])
  await control(one, 'POST', '/tenants', { tenantId, displayName: 'Made' })
  await control(one, 'PUT', `/tenants/${tenantId}`, { displayName: 'Replaced' })
  await control(one, 'PUT', `/rules?tenant=${tenantId}`, { relaxedRules: ['FMI-KNOWN'] })
  await control(one, 'DELETE', '/tenants/fabrikam.example')
  await one.kill()

  const other = await serve(['--state', file])
  assert.deepEqual(await namesOf(other), ['Contoso', 'Replaced'])
  const described = await (await control(other, 'GET', `/tenants/${tenantId}`)).json()
  assert.deepEqual((described as { relaxedRules: unknown }).relaxedRules, ['FMI-KNOWN'])
  await control(other, 'POST', `/reset?tenant=${tenantId}`)
  await other.kill()

  const last = await serve(['--state', file])
  assert.deepEqual(await namesOf(last), ['Contoso', 'Made'])
  await last.stop()
})

test('what the file keeps is served, and a directory that is given too is told to have no effect', async () => {
  const [file, directory] = [inFolder('both.db'), inFolder('directory.json')]
  const tenant = { tenantId: '10000000-c0de-4a11-8000-00000000000b', displayName: 'Described' }
  await writeFile(directory, JSON.stringify({ tenants: [tenant] }))
  const one = await serve(['--directory', directory, '--state', file])
  assert.deepEqual(await namesOf(one), ['Described'])
  await one.stop()

  await writeFile(directory, JSON.stringify({ tenants: [{ ...tenant, displayName: 'Changed' }] }))
  const warnings: string[] = []
  const other = await serve(['--directory', directory, '--state', file], (text) =>
    warnings.push(text),
  )
  assert.deepEqual(await namesOf(other), ['Described'])
  await other.stop()
  assert.match(warnings.join(''), /both\.db keeps a directory already, .* has no effect/)
})

test('a state that lost all its tenants is served as it is', async () => {
  const file = inFolder('empty.db')
  const one = await serve(['--state', file])
  for (const name of ['contoso.example', 'fabrikam.example']) {
    await control(one, 'DELETE', `/tenants/${name}`)
  }
  await one.kill()
  const other = await serve(['--state', file])
  assert.deepEqual(await namesOf(other), [])
  await other.stop()
})

test('a state file that cannot be used ends the start with what to do', async () => {
  const foreign = inFolder('foreign.txt')
  await writeFile(foreign, 'not a state file')
  const refused = await run('--state', foreign)
  assert.equal(refused.status, 2)
  assert.match(refused.stderr, /^agentid serve: Expected a state file of agentid serve at /)
  assert.match(refused.stderr, /name another file with --state\.$/m)
  assert.equal(refused.stdout, '')
})

test('a state file that another mock has open ends the start, and the other one goes on', async () => {
  const file = inFolder('busy.db')
  const one = await serve(['--state', file])
  const refused = await run('--state', file)
  assert.equal(refused.status, 2)
  assert.match(refused.stderr, /another program has it open\. Stop that program/)
  assert.deepEqual(await namesOf(one), ['Contoso', 'Fabrikam'])
  await one.stop()
})
