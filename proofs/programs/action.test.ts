import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { runProgram } from '../../tests/support/run-program.ts'
import { root } from '../../tests/support/run-tool.ts'

const step = z.looseObject({
  id: z.string().optional(),
  shell: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
})
const action = z
  .looseObject({
    inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
    runs: z.looseObject({ using: z.literal('composite'), steps: z.array(step) }),
  })
  .parse(parse(await readFile(join(root, 'action.yml'), 'utf8')))
const { steps } = action.runs
const scripts = steps.filter(({ run }) => run !== undefined)

const folder = await mkdtemp(join(tmpdir(), 'agentid-action-'))
after(() => rm(folder, { recursive: true, force: true }))
const skip = process.platform === 'win32' && 'bash of a Windows runner is not on every PATH'

test('no script of the action has anything put into it', () => {
  assert.equal(scripts.length, 3)
  for (const { run = '', shell } of scripts) {
    assert.equal(shell, 'bash')
    assert.doesNotMatch(run, /\$\{\{/)
  }
})

/** The last step as a runner runs it: the inputs in variables, the outputs in a file. */
async function judge(
  inputs: Readonly<Record<string, string>>,
  job: Readonly<Record<string, string>> = {},
) {
  const { run = '', env = {} } = steps.find(({ id }) => id === 'judge') ?? {}
  const told = (expression: string) => {
    const [, context, name = ''] = /^\$\{\{ (inputs|github)\.([\w-]+) \}\}$/.exec(expression) ?? []
    return context === 'github' ? root : (inputs[name] ?? action.inputs[name]?.default ?? '')
  }
  const files = { GITHUB_OUTPUT: join(folder, 'out'), GITHUB_STEP_SUMMARY: join(folder, 'summary') }
  for (const file of Object.values(files)) await writeFile(file, '')
  const variables = Object.entries(env).map(([name, expression]) => [name, told(expression)])
  const result = await runProgram(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run],
    { cwd: folder, env: { ...job, ...Object.fromEntries(variables), ...files } },
  )
  return {
    ...result,
    outputs: await readFile(files.GITHUB_OUTPUT, 'utf8'),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  }
}

const manifest = join(root, 'adapters', 'templates', 'node', 'agentid-adapter.yaml')

test('a client that conforms: the outputs, the summary and the report', { skip }, async () => {
  const judged = await judge({
    manifest: `${manifest}\n`,
    tags: '@rule:LEG-FMI-PATH',
    strict: 'true',
  })
  assert.equal(judged.status, 0, judged.stdout + judged.stderr)
  assert.equal(judged.outputs, 'verdict=conforms\nreport=conformance-report\n')
  assert.match(judged.summary, /template-node/)
  await readFile(join(folder, 'conformance-report', 'conformance.html'))
})

test('an API is judged by its manifest', { skip }, async () => {
  const api = join(root, 'examples', 'api', 'agentid-api.yaml')
  const judged = await judge({ 'api-manifest': api, tags: '@rule:API-T1', report: 'api-report' })
  assert.equal(judged.status, 0, judged.stdout + judged.stderr)
  assert.equal(judged.outputs, 'verdict=conforms\nreport=api-report\n')
})

test('a command that is no adapter could not be judged', { skip }, async () => {
  const command = JSON.stringify([process.execPath, '--eval', 'console.log("$(touch injected)")'])
  const { status, outputs, stdout } = await judge({ command, report: 'other' })
  assert.equal(status, 2)
  assert.match(outputs, /^verdict=could not be judged$/m)
  assert.match(stdout, /wrote a line to stdout that is not a JSON object: \$\(touch injected\)/)
})

test('the client inherits the variables of pass-env, and no other', { skip }, async () => {
  const says = 'console.log(String(process.env.MY_REGION), String(process.env.MY_DATABASE))'
  const { stdout } = await judge(
    { command: JSON.stringify([process.execPath, '--eval', says]), 'pass-env': 'MY_REGION\n' },
    { MY_REGION: 'north', MY_DATABASE: 'password' },
  )
  assert.match(stdout, /wrote a line to stdout that is not a JSON object: north undefined/)
})

test('inputs that cannot be meant are refused by name', { skip }, async () => {
  const wrong = [
    [{}, /expected manifest, command or api-manifest/],
    [{ manifest, strict: 'yes' }, /strict: expected true or false/],
    [{ manifest, 'pass-env': 'A=b' }, /pass-env: expected names of variables, without values/],
    [{ manifest, report: 'a\nverdict=conforms' }, /report: expected the name of a folder/],
  ] as const
  for (const [inputs, message] of wrong) {
    const { status, stdout, outputs } = await judge(inputs)
    assert.equal(status, 2)
    assert.match(stdout, message)
    assert.equal(outputs, '')
  }
})
