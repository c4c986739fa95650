import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runProgram } from './support/run-program.ts'
import { root, runNode } from './support/run-tool.ts'

// npm says where it is to what it runs; by hand there is no portable way to find it.
const npm = process.env.npm_execpath
const skip = npm === undefined && "run it through 'npm test', which says where npm is"

// What is published, unpacked beside the installed dependencies, as npm would lay it out.
let folder: string
let files: readonly string[]

before(async () => {
  if (npm === undefined) return
  folder = await mkdtemp(join(root, 'node_modules', '.packed-'))
  const args = [npm, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const { stdout, stderr, status } = await runProgram(process.execPath, args, { cwd: root })
  assert.equal(status, 0, stderr)
  const [packed] = JSON.parse(stdout) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ]
  files = packed.files.map(({ path }) => path)
  const tar = ['-xzf', join(folder, packed.filename), '-C', folder]
  assert.equal((await runProgram('tar', tar)).status, 0)
})
after(async () => {
  if (npm !== undefined) await rm(folder, { recursive: true, force: true })
})

test('the package holds the product and nothing else', { skip }, () => {
  const places = new Set(files.map((path) => path.split('/')[0]))
  assert.deepEqual([...places].sort(), [
    'AGENTS.md',
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'adapters',
    'dist',
    'docs',
    'examples',
    'features',
    'package.json',
    'redirect',
    'schemas',
  ])
  assert.deepEqual(
    files.filter((path) => /\.test\.|testing\//.test(path)),
    [],
  )
})

test('the command of the package judges the mock', { skip }, async () => {
  const command = join(folder, 'package/dist/cli/agentid.js')
  const { status, output } = await runNode([command, 'conformance', '--tags', '@rule:T1-AGENT'])
  assert.equal(status, 0, output)
  assert.match(output, /0 failed/)
})

test('the library of the package works from an ES module', { skip }, async () => {
  const program = join(folder, 'program.mjs')
  await writeFile(
    program,
    `import { createMockIdp } from './package/dist/index.js'
import { clientSecret, createAgentIdentityClient } from './package/dist/client/index.js'
const idp = await createMockIdp()
const client = createAgentIdentityClient({
  authorityHost: 'https://localhost',
  tenantId: '10000000-c0de-4a11-8000-000000000001',
  blueprintClientId: '20000000-c0de-4a11-8000-000000000001',
  credential: clientSecret('concierge-secret-for-tests-only'),
  fetch: (url, init) => idp.fetch(new Request(url, init)),
})
const { checked } = await client.acquireToken({
  agentIdentityId: '30000000-c0de-4a11-8000-000000000001',
  scope: 'https://graph.microsoft.com/.default',
})
console.log(checked)
`,
  )
  const { status, stdout, stderr } = await runProgram(process.execPath, [program])
  assert.equal(status, 0, stderr)
  assert.equal(stdout.trim(), 'true')
})
