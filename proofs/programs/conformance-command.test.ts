import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readReport } from '../../reports/index.ts'
import { root } from '../../tests/support/run-tool.ts'
import { runConformanceCommand as conformance } from './run-conformance.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-conformance-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const adapter = join(root, 'adapters', 'reference', 'adapter.mjs')
const oneRule = ['--tags', '@rule:LEG-FMI-PATH']

async function manifest(name: string, change: object = {}): Promise<readonly string[]> {
  const path = join(folder, `${name}.yaml`)
  const command = [process.execPath, adapter]
  await writeFile(path, JSON.stringify({ name, command, timeoutSeconds: 60, ...change }))
  return ['--manifest', path]
}

/** Requests T1 without fmi_path, whatever it should get. */
const asksWrongly = `
  const ask = ({ authorityHost, tenantId, caFile, blueprint }, then) => {
    const form = new URLSearchParams({
      client_id: blueprint.clientId,
      client_secret: blueprint.credential.value,
      grant_type: 'client_credentials',
      scope: 'api://AzureADTokenExchange/.default',
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const init = { method: 'POST', headers, ca: require('node:fs').readFileSync(caFile) }
    const url = authorityHost + '/' + tenantId + '/oauth2/v2.0/token'
    const answered = (answer) => answer.resume().on('end', then)
    require('node:https').request(url, init, answered).on('error', then).end(form.toString())
  }`

/** An adapter that answers everything, and never with a token. */
const helpless = [
  asksWrongly,
  'let setup',
  "const lines = require('node:readline').createInterface({ input: process.stdin })",
  "lines.on('line', (line) => {",
  '  const message = JSON.parse(line)',
  '  const { id, op } = message',
  "  if (op === 'configure') setup = message",
  "  const error = { kind: 'client', message: 'I cannot' }",
  "  const hello = { name: 'helpless', version: '1', capabilities: {} }",
  "  const reply = op === 'acquire' ? { ok: false, error } : { ok: true, ...hello }",
  '  const send = () => console.log(JSON.stringify({ id, ...reply }))',
  "  if (op === 'acquire') ask(setup, send)",
  '  else send()',
  "  if (op === 'shutdown') process.exit()",
  '})',
].join('\n')
const isHelpless = { command: [process.execPath, '-e', helpless] }

describe('a client is judged', { concurrency: 2 }, () => {
  it('by its command as an argument vector', async () => {
    const { status, stdout } = await conformance([...oneRule, '--', process.execPath, adapter])
    assert.equal(status, 0, stdout)
    assert.match(stdout, /conforms: 1 rule kept, 0 broken/)
    assert.match(stdout, /\n\d+ passed, 0 failed, 0 not testable, 1 declared and not judged\n$/)
  })

  it('by its command as a JSON array, against a server of its own, with chaos', async () => {
    const command = JSON.stringify([process.execPath, adapter])
    const args = ['--target', 'server', '--chaos', '7', '--jobs', '2', '--client', command]
    const { status, stdout } = await conformance([...args, ...oneRule])
    assert.equal(status, 0, stdout)
  })

  it('by one run for each token', async () => {
    const once = `${asksWrongly}
      const error = { kind: 'client', message: 'I cannot' }
      const { configure } = JSON.parse(process.env.AGENTID_CONFORMANCE_CONTEXT)
      ask(configure, () => console.log(JSON.stringify({ ok: false, error })))`
    const args = ['--one-shot', ...oneRule, '--', process.execPath, '-e', once]
    const { status, stdout } = await conformance(args)
    assert.equal(status, 1, stdout)
    assert.match(stdout, /Broken \(MUST\):\n {2}LEG-FMI-PATH /)
  })

  it('and rules that its manifest skips are not', async () => {
    const skip = [{ check: 'LEG-FMI-PATH', reason: 'not built yet' }]
    const args = [...(await manifest('skips', { ...isHelpless, skip }))]
    const report = join(folder, 'skips')
    const { status, stdout } = await conformance([...args, ...oneRule, '--report', report])
    assert.equal(status, 2, stdout)
    assert.match(stdout, /because LEG-FMI-PATH is skipped: not built yet/)
    assert.match(stdout, /no scenario could be judged/)
    const [subject] = (await readReport(report)).subjects
    const check = subject?.checks.find(({ id }) => id === 'LEG-FMI-PATH')
    assert.deepEqual([check?.status, check?.reason], ['skipped', 'not built yet'])
  })

  it('and what its manifest lists as known is no failure', async () => {
    const expectedFailures = [{ check: 'LEG-FMI-PATH', reason: 'issue 7' }]
    const args = await manifest('knows', { ...isHelpless, expectedFailures })
    const { status, stdout } = await conformance([...args, ...oneRule])
    assert.equal(status, 0, stdout)
    assert.match(stdout, /Broken as expected:\n {2}LEG-FMI-PATH /)
    assert.doesNotMatch(stdout, /FAILED/)
  })
})

describe('several clients', () => {
  it('are judged one after another, in one report, with the worst exit code', async () => {
    const report = join(folder, 'matrix')
    const summary = join(folder, 'summary.md')
    const args = [
      ...(await manifest('good')),
      ...(await manifest('helpless', isHelpless)),
      ...['--report', report],
    ]
    const env = { GITHUB_STEP_SUMMARY: summary }
    const { status, stdout } = await conformance([...args, ...oneRule], env)
    assert.equal(status, 1, stdout)
    assert.match(stdout, /^good \(1 of 2\)\n[\s\S]*\nhelpless \(2 of 2\)\n/)
    assert.ok(stdout.endsWith(`report: ${join(report, 'conformance.html')}\n`), stdout)
    assert.deepEqual((await readdir(report)).sort(), [
      'badge.json',
      'badge.svg',
      'checks.json',
      'conformance.html',
      'junit.xml',
      'messages-good.ndjson',
      'messages-helpless.ndjson',
      'summary.md',
    ])
    assert.equal(
      await readFile(summary, 'utf8'),
      await readFile(join(report, 'summary.md'), 'utf8'),
    )
    const { subjects, target } = await readReport(report)
    assert.deepEqual(
      subjects.map(({ name, verdict }) => [name, verdict]),
      [
        ['good', 'conforms'],
        ['helpless', 'does not conform'],
      ],
    )
    assert.match(target.authorityHost, /^https:\/\/localhost:\d+$/)
  })
})

describe('the identity provider', () => {
  it('is reported with its requests', async () => {
    const report = join(folder, 'provider')
    const args = ['--report', report, '--tags', '@rule:T1-AGENT']
    const { status, stdout } = await conformance(args)
    assert.equal(status, 0, stdout)
    const { subjects, target } = await readReport(report)
    assert.equal(target.kind, 'in-process')
    assert.deepEqual(
      subjects.map(({ kind, name }) => [kind, name]),
      [['identity provider', 'mock identity provider']],
    )
    const stories = subjects[0]?.checks.find(({ id }) => id === 'T1-AGENT')?.stories ?? []
    assert.ok(stories.some(({ requests }) => requests.length > 0))
    assert.ok((await readdir(report)).includes('messages.ndjson'))
  })
})

describe('two reports', () => {
  it('are compared, and what became worse is a failure', async () => {
    const [before, now] = [join(folder, 'before'), join(folder, 'now')]
    await conformance([...(await manifest('a')), ...oneRule, '--report', before])
    await conformance([...(await manifest('b', isHelpless)), ...oneRule, '--report', now])
    const worse = await conformance(['--compare', before, now])
    assert.equal(worse.status, 1)
    assert.match(worse.stdout, /1 worse\n {4}LEG-FMI-PATH {2}passed -> failed/)
    const better = await conformance(['--compare', now, join(before, 'checks.json')])
    assert.equal(better.status, 0)
    assert.match(better.stdout, /1 better\n {4}LEG-FMI-PATH {2}failed -> passed/)
  })
})
