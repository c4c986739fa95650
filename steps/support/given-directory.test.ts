import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runFeatures } from '../../engine/run/run-features.ts'
import { type Intercept, inProcessTarget } from '../../engine/targets/in-process.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-acts-'))
})
after(() => rm(folder, { recursive: true }))

const batch = /\/\$batch$/
const refused = () =>
  Response.json({ error: { code: 'Authorization_RequestDenied' } }, { status: 403 })
const refusedInParts = () => Response.json({ responses: [{ id: '1', status: 403 }] })

/** Of the writes to a path, the one with this number is not made. */
function refusing(path: RegExp, number: number, answer = refused): Intercept {
  let count = 0
  return async (request, forward) => {
    const isWrite = request.method !== 'GET' && path.test(new URL(request.url).pathname)
    if (isWrite) count += 1
    return isWrite && count === number ? answer() : forward(request)
  }
}

async function statusOf(act: string, intercept?: Intercept): Promise<string | undefined> {
  const file = join(folder, `${Math.random()}.feature`)
  await writeFile(file, `Feature: F\n  Scenario: S\n    Given ${act}\n`)
  const target = await inProcessTarget({ intercept })
  const { results } = await runFeatures({ target, files: [file] })
  await target.close()
  return results[0]?.status
}

describe('an act that is done several times', () => {
  for (const [act, path] of [
    ['"Provisioner" has created 41 blueprints', batch],
    ['"Concierge" has created 41 agent identities of "Concierge"', batch],
    [
      'the administrator has added 3 federated identity credentials to the blueprint "Concierge"',
      /\/federatedIdentityCredentials\/$/,
    ],
    [
      'the administrator has made permissions of 3 more resources inheritable from "Concierge"',
      /\/inheritablePermissions$/,
    ],
    ['the administrator has withdrawn every role from "Booking"', /\/appRoleAssignments\//],
  ] as const) {
    it(`is done: ${act}`, async () => assert.equal(await statusOf(act), 'passed'))

    it(`is not done where the first of them is refused: ${act}`, async () =>
      assert.equal(await statusOf(act, refusing(path, 1)), 'failed'))
  }

  for (const number of [1, 3]) {
    it(`is not done where a part of batch ${number} of 3 is refused`, async () => {
      const intercept = refusing(batch, number, refusedInParts)
      const act = '"Provisioner" has created 41 blueprints'
      assert.equal(await statusOf(act, intercept), 'failed')
    })
  }

  it('is not done where a batch is answered without its parts', async () => {
    const empty = () => Response.json({ responses: [] })
    const act = '"Provisioner" has created 3 blueprints'
    assert.equal(await statusOf(act, refusing(batch, 1, empty)), 'failed')
  })
})

describe('sponsors that a scenario is given', () => {
  for (const sponsors of ['3 more users', '3 groups']) {
    it(`are those of the agent identity: ${sponsors}`, async () => {
      const act = `"Contoso" has ${sponsors} as sponsors of the agent identity "Booking"`
      assert.equal(await statusOf(act), 'passed')
    })

    it(`are nobody's where there is no such agent identity: ${sponsors}`, async () => {
      const act = `"Contoso" has ${sponsors} as sponsors of the agent identity "Luggage"`
      assert.equal(await statusOf(act), 'failed')
    })
  }
})
