import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { createMockIdp, type MockIdp } from '../node.ts'
import { SandboxProblem } from '../sandbox/sandbox-problem.ts'

const idp = await createMockIdp()
const sandbox = idp.tenants.sandboxOf(seedIds.contoso)

/** As JavaScript calls it, which has no types. */
type Untyped = Readonly<Record<string, Readonly<Record<string, (value: unknown) => unknown>>>>

/** What the control API refuses over HTTP, and the same in process. */
const changes = [
  ['PUT', 'clock', { advanceSecond: 1 }, 'clock', 'set'],
  ['PUT', 'lifetimes', { t1Seconds: '60' }, 'lifetimes', 'set'],
  ['PUT', 'lag', { read: { requests: -1 } }, 'lag', 'set'],
  ['PUT', 'sign-in', { methods: [] }, 'signInSettings', 'set'],
  ['POST', 'faults', { statu: 429 }, 'faults', 'add'],
  ['POST', 'faults', { status: 99 }, 'faults', 'add'],
  ['POST', 'faults', { refuse: 1 }, 'faults', 'add'],
  ['POST', 'faults', {}, 'faults', 'add'],
] as const

for (const [method, path, change, part, call] of changes) {
  test(`${part}.${call}(${JSON.stringify(change)}) is refused as by the control API`, async () => {
    const problems = await problemsOverHttp(method, path, change)
    assert.throws(
      () => (sandbox as unknown as Untyped)[part]?.[call]?.(change),
      (error) => {
        assert.ok(error instanceof SandboxProblem)
        assert.deepEqual(error.problems, problems)
        return true
      },
    )
  })
}

async function problemsOverHttp(method: string, path: string, change: unknown) {
  const answer = await idp.fetch(`https://localhost/_mock/${path}?tenant=${seedIds.contoso}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
  assert.equal(answer.status, 400)
  const { problems } = (await answer.json()) as { readonly problems: readonly string[] }
  return problems
}

test('what the control API takes, it takes in process too', () => {
  sandbox.faults.add({ status: 503 })
  sandbox.clock.set({ offsetSeconds: 60 })
  assert.deepEqual(sandbox.faults.pending(), [{ status: 503, times: 1 }])
  assert.equal(sandbox.clock.state().offsetSeconds, 60)
})

test('a rule that cannot be relaxed is refused', () => {
  assert.throws(() => idp.tenants.relax(seedIds.contoso, ['T1-SIGNATURE']), SandboxProblem)
  assert.throws(() => idp.tenants.relax(seedIds.contoso, ['NO-SUCH-RULE']), SandboxProblem)
})

test('policies that are none are refused', async () => {
  const policies = [{ displayName: 'No guests', grant: 'maybe' }]
  type Policies = Parameters<MockIdp['tenants']['setAccessPolicies']>[1]
  const set = () => idp.tenants.setAccessPolicies(seedIds.contoso, policies as unknown as Policies)
  await assert.rejects(set, SandboxProblem)
})

test('a mock answers a URL as it answers a request', async () => {
  const url = `https://localhost/${seedIds.contoso}/v2.0/.well-known/openid-configuration`
  for (const asked of [url, new URL(url), new Request(url)]) {
    assert.equal((await idp.fetch(asked)).status, 200)
  }
})
