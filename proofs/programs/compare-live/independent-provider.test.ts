import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { packageRoot } from '../../../engine/package-root.ts'
import { type StartedProvider, startProvider } from '../../../evidence/testing/start-provider.ts'
import {
  filesIn,
  type WatchedProgram,
  watchProgram,
} from '../../../evidence/testing/watched-program.ts'
import { createKnownValues } from '../../../wire/known-values/known-values.ts'

const rules = [
  'TOKEN-T1-SUBJECT',
  'TOKEN-T1',
  'TOKEN-AGENT',
  'TOKEN-ANSWER',
  'TOKEN-SIGNATURE',
  'T1-AGENT',
  'T1-PARENT',
  'T1-SIGNATURE',
  'CRED-SECRET',
  'CRED-PRESENT',
  'FMI-OWN-AGENT',
  'FMI-KNOWN',
  'FMI-PRESENT',
  'SCOPE-DEFAULT',
  'RESOURCE-KNOWN',
  'CLIENT-KNOWN',
  'TENANT-KNOWN',
  'REQ-GRANT',
]

let folder: string
let provider: StartedProvider
let live: WatchedProgram
let compared: WatchedProgram
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-live-'))
  await mkdir(join(folder, 'temporary'))
  provider = await startProvider(folder)
  const tags = rules.map((id) => `@rule:${id}`).join(' or ')
  live = await agentid([
    ...['conformance', '--target', 'live', '--tags', tags],
    ...['--save-evidence', join(folder, 'evidence'), '--report', join(folder, 'report')],
  ])
  const report = ['--report', join(folder, 'comparison')]
  compared = await agentid(['compare-live', join(folder, 'evidence'), ...report])
})
after(async () => {
  await provider.stop()
  await rm(folder, { recursive: true, force: true })
})

function agentid(args: readonly string[]): Promise<WatchedProgram> {
  return watchProgram(['dist/cli/agentid.js', ...args], {
    cwd: packageRoot,
    env: { ...provider.env, GITHUB_STEP_SUMMARY: undefined },
    temporaryFolder: join(folder, 'temporary'),
  })
}

type Told = {
  readonly rules: readonly {
    readonly id: string
    readonly verdict: string
    readonly differences: readonly Difference[]
  }[]
  readonly elsewhere: readonly Difference[]
}
type Difference = {
  readonly kind: string
  readonly where: string
  readonly live: string
  readonly mock: string
}

async function comparison(): Promise<Told> {
  const file = join(folder, 'comparison', 'comparison.json')
  return JSON.parse(await readFile(file, 'utf8')) as Told
}

const line = ({ kind, where, live: a, mock }: Difference) => `${kind} | ${where} | ${a} | ${mock}`

/** Each way in which the provider was made to differ, and no other. */
const differences = {
  status: 'status |  | 401 | 400',
  error: 'error | error | invalid_request | invalid_resource',
  code: 'code | error_codes | AADSTS70011 | AADSTS1002012',
  missingClaim: 'claim absent | xms_ficinfo | absent | CAAQABgAIAAoAjAA',
  extraClaim: 'claim present | xms_new | shape:text(1-16) | absent',
  otherClaim: 'claim shape | uti | shape:guid | shape:base64url(22)',
  header: 'header | cache-control | no-store | no-store, no-cache',
}

describe('a run on an identity provider that is not this mock', () => {
  it('ends as a run on a tenant that differs', () => {
    assert.equal(live.status, 1, live.stdout + live.stderr)
    assert.match(live.stdout, /\nevidence: .*index\.json\n$/)
  })

  it('leaves evidence in which exactly the known differences are found', async () => {
    assert.deepEqual([compared.status, compared.stderr], [1, ''])
    const told = await comparison()
    const found = told.rules.flatMap((rule) => rule.differences.map(line))
    const all = [...new Set([...found, ...told.elsewhere.map(line)])]
    assert.deepEqual(all.sort(), Object.values(differences).sort())
  })

  it('tells them rule by rule', async () => {
    const told = await comparison()
    const byRule = told.rules
      .filter(({ verdict }) => verdict === 'disagreement')
      .map(({ id, differences: of }) => [id, of.map(line).sort()])
    const { missingClaim, extraClaim, otherClaim } = differences
    assert.deepEqual(Object.fromEntries(byRule), {
      'CLIENT-KNOWN': [differences.status],
      'RESOURCE-KNOWN': [differences.error],
      'SCOPE-DEFAULT': [differences.code],
      'FMI-OWN-AGENT': [differences.header],
      // Their scenarios try to obtain what that rule forbids.
      'T1-PARENT': [differences.header],
      'T1-AGENT': [differences.header],
      'TOKEN-T1-SUBJECT': [missingClaim],
      'TOKEN-T1': [missingClaim],
      'TOKEN-SIGNATURE': [missingClaim, extraClaim, otherClaim],
      'TOKEN-AGENT': [extraClaim, otherClaim],
      'TOKEN-ANSWER': [missingClaim, extraClaim, otherClaim],
    })
  })

  it('agrees where the provider does, and says what nobody saw', async () => {
    const told = await comparison()
    const verdictOf = (id: string) => told.rules.find((rule) => rule.id === id)?.verdict
    assert.equal(verdictOf('T1-SIGNATURE'), 'agreement')
    assert.equal(verdictOf('TENANT-KNOWN'), 'agreement')
    assert.equal(verdictOf('FIC-ISSUER'), 'never observed')
    assert.match(compared.stdout, /\n\d+ agree, 11 disagree, \d+ never observed\n$/)
  })
})

describe('what a run on a tenant writes', () => {
  it('holds no secret, no token and no signature, in no spelling', async (t) => {
    const tokens = await provider.issued()
    const secrets = Object.entries(provider.env)
      .filter(([name]) => name.endsWith('_SECRET'))
      .map(([, value]) => value)
    assert.ok(tokens.length > 20)
    assert.equal(secrets.length, 2)
    const isTold = createKnownValues([...secrets, ...tokens]).isIn
    const written = await allWritten()
    const telling = written.filter(isTold).map((text) => text.slice(0, 60))
    assert.deepEqual(telling, [])
    t.diagnostic(
      `${tokens.length} tokens and ${secrets.length} secrets in none of ${written.length} texts`,
    )
  })

  it('holds, where it is evidence or a comparison, no id of the tenant either', async () => {
    const ids = Object.entries(provider.env)
      .filter(([name]) => name.endsWith('_ID'))
      .map(([, value]) => value)
    assert.equal(ids.length, 6)
    const isTold = createKnownValues([...ids, 'contoso.onmicrosoft', 'hotel bookings']).isIn
    const written = [...(await filesIn(join(folder, 'evidence'))), compared.stdout]
    const comparisons = await filesIn(join(folder, 'comparison'))
    assert.ok(written.length > 30)
    assert.deepEqual([...written, ...comparisons].filter(isTold), [])
  })

  it('would be found if it did', async () => {
    const [token = ''] = await provider.issued()
    const isTold = createKnownValues([provider.env.AGENTID_BLUEPRINT_SECRET ?? '', token]).isIn
    assert.ok(isTold(`x${provider.env.AGENTID_BLUEPRINT_SECRET}`))
    assert.ok(isTold(`x${token.split('.')[2]}`))
    assert.ok(isTold(JSON.stringify(provider.env)))
  })
})

/** Whatever somebody else on this machine, or in a job's log, could read. */
async function allWritten(): Promise<readonly string[]> {
  const folders = ['evidence', 'report', 'comparison', 'temporary']
  const files = await Promise.all(folders.map((name) => filesIn(join(folder, name))))
  const programs = [live, compared].flatMap(({ stdout, stderr, seen }) => [stdout, stderr, ...seen])
  return [...files.flat(), ...programs]
}
