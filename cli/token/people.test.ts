import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readToken } from '../explain/read-token.ts'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'
import { mockNetwork } from '../testing/mock-network.ts'
import { UsageError } from '../usage-error.ts'
import { runToken } from './run-token.ts'
import type { TokenOptions } from './token-options.ts'

const bea = '70000000-c0de-4a11-8000-000000000002'
const agentUser = '72000000-c0de-4a11-8000-000000000001'
const agentUserName = 'booking@contoso.example'

let network: Awaited<ReturnType<typeof mockNetwork>>
let folder: string
before(async () => {
  network = await mockNetwork()
  folder = await mkdtemp(join(tmpdir(), 'agentid-people-'))
})
after(() => rm(folder, { recursive: true }))

/** The bodies of the requests of the last command. */
let sent: URLSearchParams[] = []

async function token(
  options: Partial<TokenOptions>,
  env: Readonly<Record<string, string | undefined>> = {},
) {
  sent = []
  const surroundings = fakeSurroundings({
    fetch: (url, init) => {
      sent.push(new URLSearchParams(init.body))
      return network.fetch(url, init)
    },
    now: Date.now,
    sleep: async () => {},
    env: { ...network.env, ...env },
  })
  const all = { step: 'agent', flow: 'autonomous', decode: false, json: false, ...options } as const
  const exitCode = await runToken(all, surroundings)
  return { exitCode, out: surroundings.out(), err: surroundings.err() }
}

const claimsOf = ({ out }: { readonly out: string }) => readToken(out.trimEnd())?.claims

/** A file with Tc: the token with which Bea called Concierge. */
async function fileWithTc(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const answer = await network.fetch(
    `https://localhost:8443/_mock/tokens?tenant=${network.env.AGENTID_TENANT_ID}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        kind: 'user',
        user: bea,
        client: '60000000-c0de-4a11-8000-000000000001',
        audience: network.env.AGENTID_BLUEPRINT_CLIENT_ID,
        ...change,
      }),
      redirect: 'manual',
      signal: new AbortController().signal,
    },
  )
  const file = join(folder, `${Object.keys(change).join('-')}.jwt`)
  await writeFile(file, `${((await answer.json()) as { token: string }).token}\n`)
  return file
}

test('the agent acts on behalf of the person whose token is in the file', async () => {
  const file = await fileWithTc()
  const named = { AGENTID_USER_ASSERTION_FILE: file }
  for (const run of [
    await token({ flow: 'obo', userAssertion: file }),
    await token({ flow: 'obo' }, named),
  ]) {
    assert.equal(claimsOf(run)?.oid, bea)
    assert.match(run.err, /\nstep 2 .* presents T1 and the person's\n? *token and requests/)
  }
})

test('the agent acts as its user, by object id, by name and by variables', async () => {
  const both = { AGENTID_AGENT_USER_ID: agentUser, AGENTID_AGENT_USER_NAME: agentUserName }
  const runs = [
    await token({ flow: 'agent-user', user: agentUser }),
    await token({ flow: 'agent-user', user: agentUserName }),
    await token({ flow: 'agent-user' }, both),
    await token({ flow: 'agent-user' }, { AGENTID_AGENT_USER_NAME: agentUserName }),
  ]
  for (const run of runs) assert.equal(claimsOf(run)?.oid, agentUser)
  const told = [/presents T1 and requests T2\n/, /\n +T2 expires/, /\nstep 3 .* presents T1 and T2/]
  for (const one of told) assert.match(runs[0]?.err ?? '', one)
})

const mistakes: readonly (readonly [string, Partial<TokenOptions>, RegExp])[] = [
  ['nobody in obo', { flow: 'obo' }, /^AGENTID_USER_ASSERTION_FILE is not set: .*--user-assertion/],
  ['nobody in agent-user', { flow: 'agent-user' }, /^AGENTID_AGENT_USER_ID is not set: .*--user/],
  ['a user alone', { user: agentUser }, /^--user needs --flow agent-user$/],
  ['claims for T1', { step: 't1', claims: '{}' }, /^--claims needs --step agent/],
  ['claims in prose', { claims: 'mfa' }, /^the claims \(--claims\) must be the JSON/],
  ['a file alone', { userAssertion: 'tc' }, /^--user-assertion needs --flow obo$/],
  ['no file', { flow: 'obo', userAssertion: '/none' }, /^cannot read the file in --user-assertion/],
  [
    'half a name',
    { flow: 'agent-user', user: 'booking' },
    /^the agent user \(--user .*name@domain/,
  ],
]

for (const [what, options, message] of mistakes) {
  test(`${what} is a usage error that says what is missing`, async () => {
    await assert.rejects(token(options), (error: unknown) => {
      assert.ok(error instanceof UsageError)
      assert.match(error.message, message)
      return true
    })
  })
}

test('a token for another API is a usage error that says what was expected, without the token', async () => {
  const file = await fileWithTc({ audience: 'https://graph.microsoft.com' })
  await assert.rejects(
    token({ flow: 'obo', userAssertion: file }),
    new UsageError(
      'the user assertion (--user-assertion or AGENTID_USER_ASSERTION_FILE) must be for the blueprint: its audience must be 20000000-c0de-4a11-8000-000000000001 or api://20000000-c0de-4a11-8000-000000000001',
    ),
  )
})

test('missing consent is told with its suberror', async () => {
  const agent = '30000000-c0de-4a11-8000-000000000002'
  const file = await fileWithTc({ user: 'carlos@contoso.example' })
  const { exitCode, err } = await token({ flow: 'obo', userAssertion: file, agent })
  assert.equal(exitCode, 1)
  assert.match(err, /\nstep 2: refused \(HTTP 400, invalid_grant\)\n/)
  assert.match(err, /\nsuberror {8}consent_required\n/)
})

const claims = '{"access_token":{"acrs":{"value":"c1"}}}'

for (const [flow, options] of [
  ['autonomous', {}],
  ['obo', {}],
  ['agent-user', { user: agentUser }],
] as const) {
  test(`the last request of ${flow} carries the claims of a challenge, as JSON or in base64`, async () => {
    const env = { AGENTID_USER_ASSERTION_FILE: await fileWithTc() }
    for (const given of [claims, Buffer.from(claims).toString('base64')]) {
      const { exitCode, err } = await token({ flow, ...options, claims: given }, env)
      assert.equal(exitCode, 0, err)
      assert.deepEqual(
        sent.flatMap((body) => body.get('claims') ?? []),
        [claims],
      )
    }
  })
}

test('the audience of T1 in another cloud is a variable', async () => {
  const audience = 'api://AzureADTokenExchangeUSGov'
  await token({ step: 't1' }, { AGENTID_EXCHANGE_AUDIENCE: audience })
  assert.equal(sent.at(-1)?.get('scope'), `${audience}/.default`)
})

test('a Tc for another URI of the blueprint is good if a variable names the URI', async () => {
  const blueprintUri = 'api://concierge.contoso.example'
  const wrong = await fileWithTc({ claims: { aud: blueprintUri } })
  const run = { flow: 'obo', userAssertion: wrong } as const
  await assert.rejects(token(run), UsageError)
  await token(run, { AGENTID_BLUEPRINT_IDENTIFIER_URI: blueprintUri })
  assert.equal(readToken(sent.at(-1)?.get('assertion') ?? '')?.claims.aud, blueprintUri)
})
