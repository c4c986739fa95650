import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { mockAsLiveTarget } from '../targets/mock-as-live.ts'
import {
  AdapterFailure,
  type ConformanceOptions,
  referenceClient,
  runConformance,
  runOnTarget,
  type Verdict,
} from './index.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-features-'))
})
after(() => rm(folder, { recursive: true }))

const holds =
  'When "Concierge" asks for T1 for "Booking"\nThen T1 for "Booking" is issued to "Concierge"'

async function feature(text: string, tags = '@mock @live'): Promise<readonly string[]> {
  const file = join(folder, `${Math.random()}.feature`)
  await writeFile(file, `${tags}\nFeature: F\n  Scenario: S\n${text}\n`)
  return [file]
}

type Judged = Verdict & { readonly written: string }

async function run(options: Partial<ConformanceOptions>): Promise<Judged> {
  let written = ''
  const write = (text: string) => {
    written += text
  }
  const verdict = await runConformance({ target: 'in-process', isTty: false, write, ...options })
  return { ...verdict, written }
}

describe('a run', () => {
  it('conforms when its scenarios pass', async () => {
    const { exitCode, passed } = await run({ files: await feature(holds) })
    assert.deepEqual([exitCode, passed], [0, 1])
  })

  it('does not conform when one fails, and says what was expected', async () => {
    const files = await feature(holds.replace('for "Booking" is', 'for "Billing" is'))
    const { exitCode, written } = await run({ files })
    assert.equal(exitCode, 1)
    assert.match(
      written,
      /FAILED {2}S\n[\s\S]*step: T1 for "Billing"[\s\S]*expected:[\s\S]*actual:/,
    )
  })

  it('writes the messages of Cucumber', async () => {
    const messagesFile = join(folder, 'messages.ndjson')
    const { exitCode } = await run({ files: await feature(holds), messagesFile })
    assert.equal(exitCode, 0)
    const lines = (await readFile(messagesFile, 'utf8')).trim().split('\n')
    const kinds = lines.flatMap((line) => Object.keys(JSON.parse(line)))
    assert.equal(kinds.filter((kind) => kind === 'testCaseFinished').length, 1)
    assert.deepEqual([kinds[0], kinds.at(-1)], ['meta', 'testRunFinished'])
  })

  it('draws one live line on a terminal', async () => {
    const { written } = await run({ files: await feature(holds), isTty: true })
    assert.match(written, /\[[#-]+\] \d+\/1 .* s {2}S/)
  })

  const unjudged: readonly (readonly [string, string, string])[] = [
    ['a step is undefined', 'When nobody knows this', 'no step definition matches'],
    ['a feature cannot be read', 'Given a step\n    and no step', 'cannot read a feature'],
  ]
  for (const [title, text, sentence] of unjudged) {
    it(`cannot be judged when ${title}`, async () => {
      const { exitCode, written } = await run({ files: await feature(text) })
      assert.equal(exitCode, 2)
      assert.ok(written.includes(sentence), written)
    })
  }

  it('cannot be judged when no scenario is selected', async () => {
    const { exitCode, problems } = await run({ files: await feature(holds), tags: '@rule:NONE' })
    assert.equal(exitCode, 2)
    assert.deepEqual(problems, [
      'no scenario matches @mock and not @client and (@rule:NONE); scenarios tagged @client need a client',
    ])
  })

  it('cannot be judged when the tag expression is wrong', async () => {
    assert.equal((await run({ tags: '(' })).exitCode, 2)
  })

  it('cannot be judged when the target does not answer', async () => {
    const variables = {
      AGENTID_AUTHORITY_HOST: 'https://localhost:1',
      AGENTID_TENANT_ID: '10000000-c0de-4a11-8000-000000000001',
      AGENTID_BLUEPRINT_CLIENT_ID: '20000000-c0de-4a11-8000-000000000001',
      AGENTID_BLUEPRINT_SECRET: 'secret',
      AGENTID_AGENT_ID: '30000000-c0de-4a11-8000-000000000001',
    }
    const { exitCode, problems } = await run({ target: 'live', variables })
    assert.equal(exitCode, 2)
    assert.match(problems.join(), /no answer from https:\/\/localhost:1 .*AGENTID_AUTHORITY_HOST/)
  })

  it('accepts an expected failure, and fails on one that does not happen', async () => {
    const expectedFailures = [{ check: 'T1-AGENT', reason: 'known' }]
    const broken = holds.replace('for "Booking" is', 'for "Billing" is')
    const files = await feature(broken, '@mock @rule:T1-AGENT')
    const expected = await run({ files, expectedFailures })
    assert.deepEqual([expected.exitCode, expected.failed, expected.expectedFailures], [0, 0, 1])
    assert.doesNotMatch(expected.written, /FAILED/)
    const kept = await feature(holds, '@mock @rule:T1-AGENT')
    const stale = await run({ files: kept, expectedFailures })
    assert.equal(stale.exitCode, 1)
    assert.match(stale.problems.join(), /expected to fail, but passed: T1-AGENT/)
  })

  it('does not judge a rule that is skipped, and says why', async () => {
    const broken = holds.replace('for "Booking" is', 'for "Billing" is')
    const files = [
      ...(await feature(broken, '@mock @rule:T1-AGENT')),
      ...(await feature(holds, '@mock @rule:FMI-KNOWN')),
    ]
    const skip = [{ check: 'T1-AGENT', reason: 'not ours' }]
    const { exitCode, passed, notTestable, subject, written } = await run({ files, skip })
    assert.deepEqual([exitCode, passed, notTestable], [0, 1, 1])
    const check = subject.checks.find(({ id }) => id === 'T1-AGENT')
    assert.deepEqual([check?.status, check?.reason], ['skipped', 'not ours'])
    assert.match(written, /1 because T1-AGENT is skipped: not ours/)
    assert.doesNotMatch(written, /FAILED/)
  })

  it('tells each feature once, when its last scenario is over', async () => {
    const files = [
      ...(await feature(holds)),
      ...(await feature(`${holds}\n  Scenario: T\n${holds}`)),
    ]
    const { written } = await run({ files })
    assert.match(written, /^F: 1 passed\nF: 2 passed\n/)
  })

  it('judges the client that is opened for the target, and closes it', async () => {
    const closed: string[] = []
    const { exitCode, subject, authorityHost } = await run({
      tags: '@rule:LEG-FMI-PATH',
      openClient: async (target) => ({
        ...referenceClient,
        name: `for ${target.authorityHost}`,
        close: async () => {
          closed.push(target.authorityHost)
        },
      }),
    })
    assert.equal(exitCode, 0)
    assert.equal(subject.name, `for ${authorityHost}`)
    assert.deepEqual(closed, [authorityHost])
  })

  it('cannot be judged when the client does not start', async () => {
    const { exitCode, problems, subject } = await run({
      subject: { kind: 'client', name: 'broken' },
      openClient: async () => {
        throw new AdapterFailure('it did not start')
      },
    })
    assert.deepEqual([exitCode, problems], [2, ['it did not start']])
    assert.deepEqual([subject.kind, subject.name], ['client', 'broken'])
  })
})

describe('a live target', () => {
  it('reports what a missing variable hides, and never passes it', async () => {
    const files = await feature(
      holds.replaceAll('Concierge', 'Courier').replaceAll('Booking', 'Parcel'),
    )
    const { openDirectory: _, ...target } = await mockAsLiveTarget()
    const { liveDirectory } = await import('../targets/live-directory.ts')
    const variables = { AGENTID_TENANT_ID: '10000000-c0de-4a11-8000-000000000001' }
    const openDirectory = () => liveDirectory(variables, target.authorityHost)
    let written = ''
    const write = (text: string) => {
      written += text
    }
    const verdict = await runOnTarget({ ...target, openDirectory }, { files, isTty: false, write })
    assert.deepEqual([verdict.exitCode, verdict.passed, verdict.notTestable], [2, 0, 1])
    assert.match(written, /1 because AGENTID_OTHER_AGENT_ID is not set/)
  })
})
