import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { root } from '../../tests/support/run-tool.ts'
import { runConformanceCommand as conformance } from './run-conformance.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-bad-clients-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const fakes = join(root, 'engine', 'clients', 'adapter', 'testing')
const oneRule = ['--tags', '@rule:LEG-FMI-PATH']

/** JSON is YAML too. */
async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** The manifest of an adapter that breaks the protocol in some way. */
function manifestOf(name: string, change: object = {}): Promise<string> {
  const command = [process.execPath, join(fakes, 'bad.mjs'), name]
  return file(`${name}.yaml`, { name, command, timeoutSeconds: 10, ...change })
}

describe('an adapter that breaks the protocol cannot be judged', { concurrency: 2 }, () => {
  const breaches: readonly (readonly [string, RegExp])[] = [
    ['never-answers', /did not answer acquire within 10 s/],
    ['answers-twice', /answered request 3 twice/],
    ['floods-one-line', /sent too much output: a line of over 1 MB/],
    ['prints-garbage', /wrote a line to stdout that is not a JSON object: got/],
    ['exits-early', /exited with code 3 without a shutdown request/],
    ['refuses-protocol', /refused agentid-adapter\/1: I speak version 9/],
  ]
  for (const [name, reason] of breaches) {
    it(name, async () => {
      const { status, stdout } = await conformance([
        '--manifest',
        await manifestOf(name),
        ...oneRule,
      ])
      assert.equal(status, 2, stdout)
      assert.match(stdout, reason)
      assert.match(stdout, /^Could not be judged:\n/m)
      assert.match(stdout, /The last lines of its stderr:\n {2}a line of log/)
      assert.match(stdout, new RegExp(`^${name} .*could not be judged: 0 rules kept`, 'm'))
      assert.match(stdout, /\n0 passed, 0 failed, 0 not testable\n$/)
    })
  }

  it('a program that does not exist', async () => {
    const { status, stdout } = await conformance([...oneRule, '--', 'no-such-program', 'argument'])
    assert.equal(status, 2)
    assert.match(stdout, /The program "no-such-program" did not start in the folder /)
    assert.match(stdout, /program not found \(ENOENT\)/)
  })

  it('a program that is no adapter', async () => {
    const { status, stdout } = await conformance([...oneRule, '--', process.execPath, '--version'])
    assert.equal(status, 2)
    assert.match(stdout, /wrote a line to stdout that is not a JSON object: v\d+/)
  })
})

it('an adapter that ignores shutdown is killed with a warning, and its verdict holds', async () => {
  const adapter = pathToFileURL(join(root, 'adapters', 'reference', 'adapter.mjs'))
  const staying = await file(
    'stays.mjs',
    `process.exit = () => {}\nsetInterval(() => {}, 1000)\nawait import('${adapter}')\n`,
  )
  const { status, stdout } = await conformance([...oneRule, '--', process.execPath, staying])
  assert.equal(status, 0, stdout)
  assert.match(stdout, /\nwarning: .* did not exit within 5 s of shutdown, so it was killed\n$/)
})

describe('a selection of scenarios that makes no sense', { concurrency: 2 }, () => {
  const selections: readonly (readonly [string, string, RegExp])[] = [
    [
      'an unknown tag names the nearest',
      '@rule:LEG-FMI-PATHS',
      /tag @rule:LEG-FMI-PATHS\. The closest tags: @rule:LEG-FMI-PATH,/,
    ],
    [
      'a tag without its @',
      'not (rule:LEG-CREDENTIAL)',
      /tag rule:LEG-CREDENTIAL\. The closest tags: @rule:LEG-CREDENTIAL,/,
    ],
    ['an expression that does not parse', '@mock and and', /could not be parsed.*Expected operand/],
    ['a parenthesis that is left open', '(@mock', /could not be parsed.*Unmatched \(/],
    [
      'no scenario at all',
      '@rule:LEG-FMI-PATH',
      /no scenario matches .*@rule:LEG-FMI-PATH.*; scenarios tagged @client need a client/,
    ],
    ['a blank expression', ' ', /option '--tags <expression>' argument ' ' is invalid/],
  ]
  for (const [title, tags, reason] of selections) {
    it(title, async () => {
      const { status, output } = await conformance(['--tags', tags])
      assert.equal(status, 2, output)
      assert.match(output, reason)
    })
  }
})

describe('a file that cannot be used', { concurrency: 2 }, () => {
  it('a manifest that is not there', async () => {
    const { status, stderr } = await conformance(['--manifest', join(folder, 'none.yaml')])
    assert.equal(status, 2)
    assert.match(stderr, /^agentid conformance: Cannot read the manifest .*none\.yaml: ENOENT/)
  })

  it('a manifest with a wrong member', async () => {
    const manifest = await file('wrong.yaml', 'command: [node]\ntimeout: 3\n')
    const { status, stderr } = await conformance(['--manifest', manifest])
    assert.equal(status, 2)
    assert.match(stderr, /wrong\.yaml:2:\d+: timeout: Unrecognized key: "timeout"/)
  })

  it('the second of two manifests, before the first is judged', async () => {
    const [good, none] = [await manifestOf('never-answers'), join(folder, 'none.yaml')]
    const { status, stdout } = await conformance(['--manifest', good, '--manifest', none])
    assert.deepEqual([status, stdout], [2, ''])
  })

  it('an expected failure of a check that does not exist, in a manifest', async () => {
    const expectedFailures = [{ check: 'CASHE-PER-AGENT', reason: 'known' }]
    const manifest = await manifestOf('answers-twice', { name: 'x', expectedFailures })
    const { status, stderr } = await conformance(['--manifest', manifest])
    assert.equal(status, 2)
    assert.match(stderr, /unknown client rule "CASHE-PER-AGENT"\. Did you mean CACHE-PER-AGENT or/)
  })

  it('an expected failure of a check that does not exist, in a file', async () => {
    const list = await file(
      'list.yaml',
      '- check: LEG-FMI-PATH\n  reason: a\n- check: T9\n  reason: b\n',
    )
    const args = ['--expected-failures', list, '--', process.execPath]
    const { status, stderr } = await conformance(args)
    assert.equal(status, 2)
    assert.match(stderr, /list\.yaml:3:\d+: 1\.check: unknown client rule "T9"/)
  })

  it('an expected failure that does not fail any more does not conform', async () => {
    const list = await file('stale.yaml', [{ check: 'LEG-FMI-PATH', reason: 'known' }])
    const manifest = join(root, 'adapters', 'reference', 'agentid-adapter.yaml')
    const args = ['--manifest', manifest, '--expected-failures', list, ...oneRule]
    const { status, stdout } = await conformance(args)
    assert.equal(status, 1, stdout)
    assert.match(stdout, /Problems:\n {2}expected to fail, but passed: LEG-FMI-PATH \(/)
  })
})

describe('a report folder that cannot be written', { concurrency: 2 }, () => {
  const report = (path: string) => conformance(['--report', path, '--tags', '@rule:T1-AGENT'])
  const clear = /^agentid conformance: cannot write the reports to .*Choose another folder/

  it('is a file', async () => {
    const { status, stdout, stderr } = await report(await file('is-a-file', ''))
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, clear)
  })

  it('is below a file', async () => {
    const { status, stderr } = await report(join(await file('above', ''), 'reports'))
    assert.equal(status, 2)
    assert.match(stderr, clear)
  })

  const isLinux = process.platform === 'linux'
  it('takes no files', {
    skip: isLinux ? false : 'a folder that not even root may write',
  }, async () => {
    const { status, stdout, stderr } = await report('/proc')
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, clear)
  })

  it('has a folder in the place of a report', async () => {
    const taken = join(folder, 'taken')
    await mkdir(join(taken, 'junit.xml'), { recursive: true })
    const { status, stderr } = await report(taken)
    assert.equal(status, 2)
    assert.match(stderr, /cannot write the report .*junit\.xml: EISDIR/)
  })
})

describe('reports that cannot be compared', { concurrency: 2 }, () => {
  it('are not there', async () => {
    const { status, stderr } = await conformance(['--compare', folder, join(folder, 'none')])
    assert.equal(status, 2)
    assert.match(stderr, /cannot read the report .*checks\.json: ENOENT/)
  })

  it('are something else', async () => {
    const path = await file('nonsense.json', { hello: 'world' })
    const { status, stderr } = await conformance(['--compare', path, path])
    assert.equal(status, 2)
    assert.match(stderr, /nonsense\.json is not a report of agentid conformance/)
  })

  it('are not two', async () => {
    const { status, stderr } = await conformance(['--compare', folder])
    assert.equal(status, 2)
    assert.match(stderr, /--compare needs two report folders: --compare BEFORE AFTER/)
  })
})
