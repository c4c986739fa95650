import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runProgram } from '../../../tests/support/run-program.ts'
import { root } from '../../../tests/support/run-tool.ts'
import { runConformanceCommand } from '../run-conformance.ts'
import { shows } from './canaries.ts'

const adapter = fileURLToPath(new URL('programs/telling-adapter.mjs', import.meta.url))
const cucumberJs = join(root, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js')
/** With every kind of credential, more than one call, and a scenario that passes. */
const rules = [
  'CACHE-PER-AGENT',
  'CACHE-RESET',
  'SEND-IN-BODY',
  'LEG-CREDENTIAL',
  'SIGN-CLAIMS',
  'RENEW-FILE',
  'MANAGED-IDENTITY-ONCE',
  'FAILURE-DETAILS',
]
const tags = rules.map((id) => `@rule:${id}`).join(' or ')

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-secrecy-'))
})
after(() => rm(folder, { recursive: true, force: true }))

type Canary = { readonly kind: string; readonly value: string }

/** What the adapter learnt, and the values under telling names that nobody knows. */
async function canariesIn(file: string): Promise<readonly Canary[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  const told = lines.map((line) => JSON.parse(line) as Canary)
  return [...told, { kind: 'value of a telling name', value: 'hunter-2-Canary' }]
}

/** Of a token its signature proves that somebody had it; of a key in PEM, each of its lines. */
function tellingParts({ kind, value }: Canary): readonly string[] {
  if (/token|T1|assertion/.test(kind)) return [value.slice(value.lastIndexOf('.') + 1).slice(0, 60)]
  if (kind === 'private key') return value.split('\n').slice(8, -2)
  return [value]
}

/** No output shows a canary; the outputs are named. */
async function nothingShown(
  t: TestContext,
  canaries: readonly Canary[],
  outputs: ReadonlyMap<string, string>,
): Promise<void> {
  const kinds = new Set(canaries.map(({ kind }) => kind))
  assert.ok(canaries.length >= 64, `${canaries.length} canaries, of ${[...kinds]}`)
  for (const kind of ['client secret', 'private key', 'App Service header', 'T1', 'agent token']) {
    assert.ok(kinds.has(kind), `no ${kind} was planted`)
  }
  const shown = canaries.flatMap((canary) =>
    [...outputs]
      .filter(([, text]) => tellingParts(canary).some((part) => shows(text, part)))
      .map(([name]) => `${canary.kind} in ${name}`),
  )
  const hidden = canaries.length * outputs.size - shown.length
  t.diagnostic(
    `canaries of a run hidden ${hidden} of ${canaries.length * outputs.size}, in ${outputs.size} outputs`,
  )
  const counts = new Map<string, number>()
  for (const one of shown) counts.set(one, (counts.get(one) ?? 0) + 1)
  assert.deepEqual([...counts], [])
}

async function filesIn(path: string): Promise<readonly (readonly [string, string])[]> {
  const names = await readdir(path)
  return Promise.all(
    names.map(async (name) => [name, await readFile(join(path, name), 'utf8')] as const),
  )
}

it('agentid conformance shows no secret that a client told, in its output and its reports', async (t) => {
  const [file, report] = [join(folder, 'told'), join(folder, 'report')]
  const command = ['--', process.execPath, adapter, file, root]
  const { status, stdout, stderr } = await runConformanceCommand([
    ...['--tags', tags, '--jobs', '1', '--report', report],
    ...command,
  ])
  assert.equal(status, 1, stdout + stderr)
  const files = await filesIn(report)
  const names = files.map(([name]) => name)
  for (const name of ['checks.json', 'summary.md']) assert.ok(names.includes(name), `${names}`)
  const outputs = new Map([['stdout', stdout], ['stderr', stderr], ...files])
  await nothingShown(t, await canariesIn(file), outputs)
})

it('cucumber-js shows no secret that a client told, in any of its formats', async (t) => {
  const [file, reports] = [join(folder, 'told-to-cucumber'), await mkdtemp(join(folder, 'reports'))]
  const formats = ['message', 'html', 'json', 'junit', 'progress'].flatMap((name) => [
    '--format',
    `${name}:"${join(reports, name)}"`,
  ])
  const client = JSON.stringify({ client: [process.execPath, adapter, file, root] })
  const args = ['--profile', 'client', '--world-parameters', client, '--tags', tags, ...formats]
  const { status, stdout, stderr } = await runProgram(process.execPath, [cucumberJs, ...args], {
    cwd: root,
  })
  assert.equal(status, 1, stdout + stderr)
  const outputs = new Map([['stdout', stdout], ['stderr', stderr], ...(await filesIn(reports))])
  await nothingShown(t, await canariesIn(file), outputs)
})
