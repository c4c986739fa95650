import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { parse } from 'yaml'
import { packageRoot } from '../../engine/package-root.ts'

type Step = {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
type Job = {
  readonly permissions: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: { readonly compare: Job; readonly tell: Job }
}

const read = (name: string) => readFile(join(packageRoot, '.github', 'workflows', name), 'utf8')

let text: string
let workflow: Workflow
before(async () => {
  text = await read('live.yml')
  workflow = parse(text) as Workflow
})

const commandsOf = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []).join('\n')

describe('the workflow for a tenant', () => {
  it('runs by hand and once a week, and for no pull request', () => {
    assert.deepEqual(workflow.on, {
      workflow_dispatch: null,
      schedule: [{ cron: '17 4 * * 1' }],
    })
  })

  it('may do nothing but what each of its jobs needs', () => {
    assert.deepEqual(workflow.permissions, {})
    assert.deepEqual(workflow.jobs.compare.permissions, { contents: 'read', 'id-token': 'write' })
    assert.deepEqual(workflow.jobs.tell.permissions, { issues: 'write' })
    assert.deepEqual(Object.keys(workflow.jobs), ['compare', 'tell'])
  })

  it('knows no secret: ids are variables, and the credential is the identity of the job', () => {
    assert.doesNotMatch(text, /secrets\s*[.[]/)
    for (const [name, value] of Object.entries(workflow.jobs.compare.env)) {
      assert.equal(value, `\${{ vars.${name} }}`)
      assert.doesNotMatch(name, /SECRET|TOKEN|KEY/)
    }
    assert.match(text, /getIDToken\('api:\/\/AzureADTokenExchange'\)/)
    assert.match(text, /AGENTID_BLUEPRINT_ASSERTION_FILE/)
  })

  it('records, compares, keeps the evidence, and tells of a difference in one issue', () => {
    const { compare, tell } = workflow.jobs
    assert.match(commandsOf(compare), /conformance --target live --save-evidence live-evidence\n/)
    assert.match(commandsOf(compare), /compare-live live-evidence --report comparison\n/)
    const kept = compare.steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
    assert.deepEqual(
      kept.map((step) => step.with?.path),
      ['live-evidence', 'comparison'],
    )
    assert.match(commandsOf(tell), /gh issue edit/)
    assert.match(commandsOf(tell), /gh issue create/)
  })

  it('hides each token from the log before anything can print it', () => {
    const scripts = workflow.jobs.compare.steps.flatMap((step) => step.with?.script ?? [])
    assert.equal(scripts.length, 2)
    for (const script of scripts.map(String)) {
      const [made, used] = [
        script.indexOf('core.setSecret('),
        script.indexOf('core.exportVariable('),
      ]
      assert.ok(made > 0 && made < used)
    }
  })

  it('puts no expression into a shell, where its value would be code', () => {
    for (const { steps } of Object.values(workflow.jobs)) {
      for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{/)
    }
  })

  it('uses actions of GitHub itself, at the versions that other workflows use', async () => {
    const others = (await read('ci.yml')).match(/uses: (\S+)/g) ?? []
    const pinned = new Map(
      others.map((use) => use.replace('uses: ', '').split('@') as [string, string]),
    )
    for (const { steps } of Object.values(workflow.jobs)) {
      for (const { uses } of steps) {
        if (uses === undefined) continue
        const [action = '', version = ''] = uses.split('@')
        assert.match(uses, /^actions\/[\w-]+@v\d+$/)
        assert.equal(version, pinned.get(action) ?? version, action)
      }
    }
  })
})
