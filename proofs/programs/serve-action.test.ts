import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { fetchTrusting } from '../../client/index.ts'
import { runProgram } from '../../tests/support/run-program.ts'
import { root } from '../../tests/support/run-tool.ts'

const step = z.looseObject({ id: z.string().optional(), run: z.string().optional() })
const action = z
  .looseObject({ runs: z.looseObject({ using: z.literal('composite'), steps: z.array(step) }) })
  .parse(parse(await readFile(join(root, 'serve', 'action.yml'), 'utf8')))
const { steps } = action.runs

const folder = await mkdtemp(join(tmpdir(), 'agentid-serve-action-'))
const skip = process.platform === 'win32' && 'bash of a Windows runner is not on every PATH'
const started: number[] = []
after(async () => {
  for (const pid of started) process.kill(pid)
  await rm(folder, { recursive: true, force: true })
})

test('no script of the action has anything put into it', () => {
  const scripts = steps.flatMap(({ run }) => run ?? [])
  assert.equal(scripts.length, 3)
  for (const run of scripts) assert.doesNotMatch(run, /\$\{\{/)
})

/** The last step as a runner runs it: the inputs in variables, what it tells later steps in files. */
async function serve(inputs: Readonly<Record<string, string>>) {
  const { run = '' } = steps.find(({ id }) => id === 'serve') ?? {}
  const files = { GITHUB_OUTPUT: join(folder, 'out'), GITHUB_ENV: join(folder, 'env') }
  for (const file of Object.values(files)) await writeFile(file, '')
  const told = { ACTION_FOLDER: join(root, 'serve'), PORT: '0', DIRECTORY: '', ...inputs }
  const args = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run]
  const result = await runProgram('bash', args, { cwd: folder, env: { ...told, ...files } })
  const [outputs, env] = [await pairsIn(files.GITHUB_OUTPUT), await pairsIn(files.GITHUB_ENV)]
  if (env.AGENTID_MOCK_PID) started.push(Number(env.AGENTID_MOCK_PID))
  return { ...result, outputs, env }
}

async function pairsIn(file: string): Promise<Readonly<Record<string, string>>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

test('the steps after it reach the mock and trust it', { skip }, async () => {
  const { status, stdout, stderr, outputs, env } = await serve({})
  assert.equal(status, 0, stdout + stderr)
  assert.equal(outputs.url, env.AGENTID_MOCK_URL)
  const get = {
    method: 'GET',
    headers: {},
    redirect: 'manual',
    signal: new AbortController().signal,
  } as const
  const fetch = fetchTrusting(await readFile(outputs['ca-file'] ?? '', 'utf8'))
  const url = `${outputs.url}/${env.AGENTID_TENANT_ID}/v2.0/.well-known/openid-configuration`
  assert.equal((await fetch(url, get)).status, 200)
})

test('the mock serves the tenants of a file', { skip }, async () => {
  const DIRECTORY = join(folder, 'tenants.json')
  const tenants = [{ displayName: 'Tailwind', blueprints: [{ displayName: 'Planner' }] }]
  await writeFile(DIRECTORY, JSON.stringify({ tenants }))
  const { env } = await serve({ DIRECTORY })
  assert.equal(env.AGENTID_BLUEPRINT_SECRET, 'planner-secret-for-tests-only')
})

test('inputs that cannot be meant are refused by name', { skip }, async () => {
  const wrong = [
    [{ PORT: 'https' }, /port: expected a number/],
    [{ DIRECTORY: 'missing.json' }, /directory: no file missing.json/],
  ] as const
  for (const [inputs, message] of wrong) {
    const { status, stdout, env } = await serve(inputs)
    assert.equal(status, 2)
    assert.match(stdout, message)
    assert.deepEqual(env, {})
  }
})

test('a mock that does not start says why', { skip }, async () => {
  const DIRECTORY = join(folder, 'broken.json')
  await writeFile(DIRECTORY, '{"tenants":[{"displayName":1}]}')
  const { status, stdout, stderr } = await serve({ DIRECTORY })
  assert.equal(status, 2)
  assert.match(stdout, /the mock did not start/)
  assert.match(stderr, /tenants\[0\]\.displayName/)
})
