import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readExpectedFailures } from './read-expected-failures.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-expected-'))
})
after(() => rm(folder, { recursive: true }))

async function written(text: string): Promise<string> {
  const file = join(folder, 'expected-failures.yaml')
  await writeFile(file, text)
  return file
}

describe('a list of expected failures', () => {
  it('names checks, scenarios where only those fail, and reasons', async () => {
    const text = `
- check: RETRY-PER-AGENT
  reason: one agent is throttled for all
- check: INPUT-BLANK
  scenario: An empty fmi_path
  reason: it is dropped
`
    assert.deepEqual(await readExpectedFailures(await written(text)), [
      { check: 'RETRY-PER-AGENT', reason: 'one agent is throttled for all' },
      { check: 'INPUT-BLANK', scenario: 'An empty fmi_path', reason: 'it is dropped' },
    ])
  })

  it('names no check that there is not', async () => {
    const file = await written(
      '- {check: MANAGED-IDENTITY-ONCE, reason: r}\n- {check: T1-AGENT, reason: r}\n',
    )
    await assert.rejects(readExpectedFailures(file), {
      name: 'AdapterUsageError',
      message: /yaml:2:11: 1.check: unknown client rule "T1-AGENT"\./,
    })
  })

  it('names no check by the id that it had before', async () => {
    const file = await written(
      '- {check: MANAGED-IDENTITY-ONCE, reason: r}\n- {check: T1-1, reason: r}\n',
    )
    await assert.rejects(readExpectedFailures(file), {
      name: 'AdapterUsageError',
      message: `${file}:2:11: 1.check: T1-1 is now called LEG-FMI-PATH`,
    })
  })

  it('is a list', async () => {
    const file = await written('MANAGED-IDENTITY-ONCE')
    await assert.rejects(readExpectedFailures(file), {
      message: `Invalid list of expected failures.\n${file}:1:1: Invalid input: expected array, received string`,
    })
  })
})
