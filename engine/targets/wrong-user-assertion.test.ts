import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { wrongUserAssertion } from './wrong-user-assertion.ts'

const tenantId = '00000000-0000-4000-8000-000000000001'
const blueprintId = '00000000-0000-4000-8000-00000000000a'
const other = '00000000-0000-4000-8000-0000000000ff'
const nowSeconds = 1_800_000_000
const right = { tid: tenantId, aud: blueprintId, scp: 'access_agent', exp: nowSeconds + 3600 }

const folder = await mkdtemp(join(tmpdir(), 'agentid-user-assertion-'))
const file = join(folder, 'tc.jwt')
after(() => rm(folder, { recursive: true }))

async function problemOf(change: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const parts = [{ alg: 'RS256' }, { ...right, ...change }].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  await writeFile(file, `${parts.join('.')}.c2ln\n`)
  return wrongUserAssertion(
    {
      AGENTID_TENANT_ID: tenantId,
      AGENTID_BLUEPRINT_CLIENT_ID: blueprintId.toUpperCase(),
      AGENTID_USER_ASSERTION_FILE: file,
    },
    nowSeconds,
  )
}

it('no token is no problem', () => {
  assert.equal(wrongUserAssertion({ AGENTID_TENANT_ID: tenantId }, nowSeconds), undefined)
})

it('a token that may be right is not doubted, in the form of v1.0 and of v2.0', async () => {
  for (const aud of [blueprintId, `api://${blueprintId}`, 'api://contoso.example/agents']) {
    assert.equal(await problemOf({ aud }), undefined)
  }
  assert.equal(await problemOf({ exp: nowSeconds - 30 }), undefined)
})

for (const [change, expected] of [
  [{ tid: other }, /names a token of another tenant than AGENTID_TENANT_ID; get a token/],
  [{ idtyp: 'app', scp: undefined }, /names a token of an application/],
  [{ scp: undefined }, /names no access token of a person: it has no scp/],
  [{ aud: 'https://graph.microsoft.com/' }, /names a token for Microsoft Graph/],
  [{ aud: '00000003-0000-0000-c000-000000000000' }, /names a token for Microsoft Graph/],
  [{ aud: `api://${other}` }, /names a token for 00000000-.*ff, not for AGENTID_BLUEPRINT_CLIENT/],
  [{ exp: nowSeconds - 600 }, /names a token that expired 10 minutes ago; get a token/],
] as const) {
  it(`a token with ${JSON.stringify(change)} is named`, async () => {
    const problem = (await problemOf(change)) ?? ''
    assert.match(problem, /^AGENTID_USER_ASSERTION_FILE /)
    assert.match(problem, expected)
  })
}
