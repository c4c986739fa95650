import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readToken } from '../explain/read-token.ts'
import type { Surroundings } from '../surroundings.ts'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'
import { mockNetwork } from '../testing/mock-network.ts'
import { UsageError } from '../usage-error.ts'
import { runToken } from './run-token.ts'
import type { TokenOptions } from './token-options.ts'

const secret = 'concierge-secret-for-tests-only'
const agent = '30000000-c0de-4a11-8000-000000000001'
const rawToken = /eyJ[\w-]+\.[\w-]+\.[\w-]+/

let network: Awaited<ReturnType<typeof mockNetwork>>
let folder: string
before(async () => {
  network = await mockNetwork()
  folder = await mkdtemp(join(tmpdir(), 'agentid-token-'))
})
after(() => rm(folder, { recursive: true }))

async function token(
  options: Partial<TokenOptions> = {},
  change: Partial<Surroundings> = {},
  env: Readonly<Record<string, string>> = {},
) {
  const surroundings = fakeSurroundings({
    fetch: network.fetch,
    now: Date.now,
    sleep: async () => {},
    ...change,
    env: { ...network.env, ...env },
  })
  const exitCode = await runToken(
    { step: 'agent', flow: 'autonomous', decode: false, json: false, ...options },
    surroundings,
  )
  return { exitCode, out: surroundings.out(), err: surroundings.err() }
}

test('stdout gets the agent token and nothing else', async () => {
  const { exitCode, out, err } = await token()
  assert.equal(exitCode, 0)
  assert.equal(readToken(out.trimEnd())?.kind, 'agent')
  assert.doesNotMatch(err, rawToken)
})

test('progress names both steps on stderr', async () => {
  const { err } = await token()
  assert.deepEqual(
    err
      .replace(/after \d+ ms/g, 'after some ms')
      .replace(/in (1 h|59 min \d+ s)/g, 'in 1 h')
      .split('\n'),
    [
      'credential  the secret in AGENTID_BLUEPRINT_SECRET',
      'discovery   reading https://localhost:8443/10000000-c0de-4a11-8000-000000000001/v2.0/.well-known/openid-configuration',
      '            200 after some ms',
      `step 1      blueprint 20000000-c0de-4a11-8000-000000000001 requests T1 for agent ${agent}`,
      '            200 after some ms',
      '            T1 expires in 1 h',
      `step 2      agent ${agent} presents T1 and requests https://graph.microsoft.com/.default`,
      '            200 after some ms',
      '            the token expires in 1 h',
      '',
    ],
  )
})

test('step t1 prints T1', async () => {
  const { out } = await token({ step: 't1' })
  assert.equal(readToken(out.trimEnd())?.kind, 't1')
})

test('--decode explains the claims of T1 and of the token, and shows neither', async () => {
  const { exitCode, out } = await token({ decode: true })
  assert.equal(exitCode, 0)
  assert.match(out, /^T1, the exchange token of step 1/)
  assert.match(out, /\nThe token of an agent identity that acts for itself/)
  assert.match(out, /\nxms_par_app_azp +20000000-c0de-4a11-8000-000000000001\n/)
  assert.match(out, /agent identity\s+30000000-c0de-4a11-8000-000000000001 \(captured form\)/)
  assert.doesNotMatch(out, rawToken)
})

test('--json is one object of the promised members', async () => {
  const { out } = await token({ json: true })
  const { token: issued, expiresAt, ...rest } = JSON.parse(out)
  assert.match(issued, rawToken)
  assert.equal(new Date(expiresAt).toISOString(), expiresAt)
  assert.deepEqual(rest, {
    tokenType: 'Bearer',
    source: 'identity-provider',
    tenantId: '10000000-c0de-4a11-8000-000000000001',
    agentId: agent,
    scope: 'https://graph.microsoft.com/.default',
  })
})

test('--json --decode adds the claims', async () => {
  const { out } = await token({ json: true, decode: true })
  assert.equal(JSON.parse(out).claims.appid, agent)
})

test('a managed identity is asked through App Service and through IMDS', async () => {
  const appService = {
    IDENTITY_ENDPOINT: 'http://127.0.0.1:8080/msi/token',
    IDENTITY_HEADER: 'contoso-identity-header',
  }
  const imds = { AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://127.0.0.1:8080/' }
  for (const env of [appService, imds]) {
    const { exitCode, err } = await token({ credential: 'managed-identity' }, {}, env)
    assert.equal(exitCode, 0, err)
    assert.match(
      err,
      /\nidentity {4}requesting an assertion from http:\/\/127\.0\.0\.1:8080\/m\S+\n/,
    )
    assert.equal(err.includes('contoso-identity-header'), false)
  }
})

test('an assertion file is read, and one too many credential is mentioned', async () => {
  const file = join(folder, 'assertion')
  const query = 'api-version=2018-02-01&resource=api://AzureADTokenExchange'
  const answer = await network.fetch(`http://127.0.0.1/metadata/identity/oauth2/token?${query}`, {
    method: 'GET',
    headers: { metadata: 'true' },
    redirect: 'manual',
    signal: new AbortController().signal,
  })
  const { access_token: assertion } = (await answer.json()) as { readonly access_token: string }
  await writeFile(file, assertion)
  const env = {
    AGENTID_BLUEPRINT_SECRET: '',
    AGENTID_BLUEPRINT_ASSERTION_FILE: file,
    IDENTITY_ENDPOINT: 'x',
  }
  const { exitCode, err } = await token({}, {}, env)
  assert.equal(exitCode, 0, err)
  assert.match(
    err,
    /^note {8}variables for assertion-file and managed-identity are set; using assertion-file/,
  )
})

test('a refusal names the rule, the number, the correlation id and what to do', async () => {
  const { exitCode, out, err } = await token({}, {}, { AGENTID_BLUEPRINT_SECRET: 'wrong-Secret~1' })
  assert.equal(exitCode, 1)
  assert.equal(out, '')
  assert.match(err, /\nstep 1: refused \(HTTP 401, invalid_client\)\n/)
  assert.match(err, /\nanswer {10}AADSTS7000215: Invalid client secret provided\./)
  assert.match(
    err,
    /\nrule {12}CRED-SECRET: A client secret belongs to the client that sends it\n {16}\[captured\] \(named by the mock\)\n/,
  )
  assert.match(err, /\ndo {14}Copy the value/)
  assert.match(err, /\ncorrelation id {2}[0-9a-f-]{36}\n/)
  assert.equal(err.includes('wrong-Secret~1'), false)
})

test('without a named rule every sentence of the number is shown', async () => {
  const fetch: Surroundings['fetch'] = async (url, init) => {
    const answer = await network.fetch(url, init)
    const headers = new Headers(answer.headers)
    headers.delete('x-mock-rule')
    return new Response(answer.body, { status: answer.status, headers })
  }
  const { err } = await token({}, { fetch }, { AGENTID_BLUEPRINT_SECRET: 'wrong-Secret~1' })
  assert.equal(err.match(/^AADSTS7000215 {3}CRED-/gm)?.length, 3)
})

test('--json tells a failure as data', async () => {
  const { exitCode, out } = await token({
    json: true,
    agent: '30000000-c0de-4a11-8000-0000000000ff',
  })
  assert.equal(exitCode, 1)
  const { error } = JSON.parse(out)
  assert.deepEqual(
    [error.step, error.reason, error.error, error.errorCodes, error.rule],
    ['exchange-token', 'refused', 'unauthorized_client', [700016], 'FMI-KNOWN'],
  )
})

test('no output of any kind holds the secret', async () => {
  for (const options of [{}, { decode: true }, { json: true, decode: true }, { agent: 'x' }]) {
    const run = await token(options).catch((error: unknown) => ({ out: String(error), err: '' }))
    assert.equal(`${run.out}${run.err}`.includes(secret), false)
  }
})

test('a malformed id is a usage error that names the variable', async () => {
  await assert.rejects(
    token({}, {}, { AGENTID_TENANT_ID: 'common' }),
    new UsageError('AGENTID_TENANT_ID must be a tenant GUID or a domain name'),
  )
})

test('a file that cannot be read is a usage error that names the variable', async () => {
  const AGENTID_BLUEPRINT_CERTIFICATE_FILE = join(folder, 'none.pem')
  await assert.rejects(
    token(
      { credential: 'certificate' },
      {},
      {
        AGENTID_BLUEPRINT_CERTIFICATE_FILE,
        AGENTID_BLUEPRINT_KEY_FILE: 'none',
      },
    ),
    new UsageError(
      `cannot read the file in AGENTID_BLUEPRINT_CERTIFICATE_FILE (ENOENT): ${AGENTID_BLUEPRINT_CERTIFICATE_FILE}`,
    ),
  )
})

test('nothing listening is explained', async () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const { exitCode, err } = await token({}, { fetch: () => Promise.reject(refused) })
  assert.equal(exitCode, 1)
  assert.match(err, /\n {12}waiting 1 s before attempt 2\n/)
  assert.match(
    err,
    /Nothing listens at https:\/\/localhost:8443\. Check that `agentid\s+serve`\s+is\s+running/,
  )
})

test('Ctrl-C ends the wait and says so', async () => {
  let interrupt = () => {}
  const { exitCode, out, err } = await token(
    {},
    {
      onInterrupt: (listener) => {
        interrupt = listener
        return () => {}
      },
      fetch: (_url, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
          setImmediate(interrupt)
        }),
    },
  )
  assert.equal(exitCode, 130)
  assert.equal(out, '')
  assert.match(err, /\ninterrupted\n$/)
})
