import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose'
import { fetchTrusting } from '../../client/index.ts'
import { runProgram } from '../support/run-program.ts'
import { type ServedMock, serveMock } from '../support/served-mock.ts'

let mock: ServedMock

before(async () => {
  mock = await serveMock()
})
after(() => mock.stop())

const programFile = (name: string) => fileURLToPath(new URL(name, import.meta.url))

async function runClient(name: string, ...args: string[]): Promise<unknown> {
  const { status, stdout, stderr } = await runProgram(
    process.execPath,
    [programFile(name), ...args],
    {
      env: { ...mock.env, NODE_EXTRA_CA_CERTS: mock.caFile, MANAGED_IDENTITY_HOST: mock.httpUrl },
    },
  )
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout)
}

/** The signature holds, and the token is for Graph and for this agent identity. */
async function assertAgentToken(token: string, agent: string | undefined): Promise<void> {
  const trusting = fetchTrusting(await readFile(mock.caFile, 'utf8'))
  const url = `${mock.authorityHost}/${mock.env.AGENTID_TENANT_ID}/discovery/v2.0/keys`
  const { signal } = new AbortController()
  const answer = await trusting(url, { method: 'GET', headers: {}, redirect: 'manual', signal })
  const keys = createLocalJWKSet((await answer.json()) as JSONWebKeySet)
  const { payload } = await jwtVerify(token, keys, { audience: 'https://graph.microsoft.com' })
  assert.equal(payload.appid, agent)
}

type MsalResult = {
  readonly agent: string
  readonly token: string
  readonly t1: string
  readonly t1FromCache: boolean
}

for (const credential of ['secret', 'certificate', 'assertion']) {
  test(`msal-node completes the flow with a ${credential} and keeps two agent identities apart`, async () => {
    const results = (await runClient('msal-node-flow.mjs', credential)) as readonly MsalResult[]
    const { AGENTID_AGENT_ID: first, AGENTID_SECOND_AGENT_ID: second } = mock.env
    assert.deepEqual(
      results.map(({ agent }) => agent),
      [first, second],
    )
    for (const { agent, token, t1, t1FromCache } of results) {
      await assertAgentToken(token, agent)
      assert.ok(decodeJwt(t1).sub?.endsWith(`/${agent}`))
      assert.equal(t1FromCache, true)
    }
  })
}

test('openid-client completes the flow', async () => {
  const { token, expiresIn } = (await runClient('openid-client-flow.mjs')) as {
    readonly token: string
    readonly expiresIn: number
  }
  await assertAgentToken(token, mock.env.AGENTID_AGENT_ID)
  assert.equal(expiresIn, 3599)
})

test('curl completes the flow', async () => {
  const curl = async (parameters: Record<string, string | undefined>) => {
    const form = Object.entries(parameters).flatMap(([name, value]) => [
      '--data-urlencode',
      `${name}=${value}`,
    ])
    const url = `${mock.authorityHost}/${mock.env.AGENTID_TENANT_ID}/oauth2/v2.0/token`
    const args = ['--silent', '--show-error', '--cacert', mock.caFile, url, ...form]
    const { status, stdout, stderr } = await runProgram('curl', args)
    assert.equal(status, 0, stderr)
    return String((JSON.parse(stdout) as { readonly access_token?: string }).access_token)
  }
  const t1 = await curl({
    client_id: mock.env.AGENTID_BLUEPRINT_CLIENT_ID,
    client_secret: mock.env.AGENTID_BLUEPRINT_SECRET,
    scope: 'api://AzureADTokenExchange/.default',
    grant_type: 'client_credentials',
    fmi_path: mock.env.AGENTID_AGENT_ID,
  })
  const token = await curl({
    client_id: mock.env.AGENTID_AGENT_ID,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: t1,
    scope: mock.env.AGENTID_SCOPE,
    grant_type: 'client_credentials',
  })
  await assertAgentToken(token, mock.env.AGENTID_AGENT_ID)
})
