import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import type { TenantDescription } from '../../mock-idp/index.ts'
import { liveDirectory } from './live-directory.ts'
import { mockAsLiveTarget } from './mock-as-live.ts'
import { checkSetUp, type SetUp } from './set-up.ts'
import { TargetUnreachable } from './target.ts'
import type { Variables } from './variables.ts'

const target = await mockAsLiveTarget()
const nobody = '00000000-0000-4000-8000-00000000000a'
after(() => target.close())

async function check(change: Variables, request: SetUp['request'] = target.request) {
  const variables = { ...target.variables, ...change }
  await checkSetUp({
    request,
    variables,
    directory: liveDirectory(variables, target.authorityHost),
    report: () => {},
    pause: async () => {},
  })
}

async function problemOf(...args: Parameters<typeof check>): Promise<string> {
  const error = await check(...args).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof TargetUnreachable, String(error))
  return error.message
}

it('the right variables pass', async () => {
  await check({})
})

it('a managed identity is checked where no other credential is set', async () => {
  const alone = {
    AGENTID_BLUEPRINT_SECRET: '',
    AGENTID_BLUEPRINT_CERTIFICATE_FILE: '',
    AGENTID_BLUEPRINT_ASSERTION_FILE: '',
  }
  await check(alone)
  await check({ IDENTITY_HEADER: 'wrong' })
  assert.match(
    await problemOf({ ...alone, IDENTITY_HEADER: 'wrong' }),
    /IDENTITY_ENDPOINT and IDENTITY_HEADER cannot be used/,
  )
})

it('missing variables are left to the scenarios', async () => {
  await check({ AGENTID_BLUEPRINT_SECRET: '', AGENTID_SECOND_AGENT_ID: '' })
})

const wrong: readonly (readonly [Variables, RegExp])[] = [
  [
    { AGENTID_BLUEPRINT_SECRET: 'wrong' },
    /T1 for AGENTID_AGENT_ID with AGENTID_BLUEPRINT_SECRET: 401, invalid_client, AADSTS7000215, .*check AGENTID_BLUEPRINT_SECRET or AGENTID_BLUEPRINT_CLIENT_ID: the secret/,
  ],
  [
    { AGENTID_OTHER_BLUEPRINT_SECRET: 'wrong' },
    /check AGENTID_OTHER_BLUEPRINT_SECRET or AGENTID_OTHER_BLUEPRINT_CLIENT_ID: the secret/,
  ],
  [{ AGENTID_TENANT_ID: nobody }, /AADSTS90002.*check AGENTID_TENANT_ID: the authority knows/],
  [
    { AGENTID_BLUEPRINT_CLIENT_ID: nobody },
    /700016.*check AGENTID_BLUEPRINT_CLIENT_ID or AGENTID_AGENT_ID: the tenant/,
  ],
  [
    {
      AGENTID_SECOND_AGENT_ID: target.variables.AGENTID_OTHER_AGENT_ID,
      AGENTID_OTHER_AGENT_ID: '',
    },
    /check AGENTID_SECOND_AGENT_ID: it is not an agent identity of this blueprint/,
  ],
  [
    {
      AGENTID_OTHER_AGENT_ID: target.variables.AGENTID_SECOND_AGENT_ID,
      AGENTID_SECOND_AGENT_ID: '',
    },
    /check AGENTID_OTHER_AGENT_ID: it is not an agent identity of this blueprint/,
  ],
  [{ AGENTID_TENANT_ID: 'contoso.example' }, /^AGENTID_TENANT_ID is not a GUID/],
  [{ AGENTID_AGENT_ID: nobody }, /T1 for AGENTID_AGENT_ID .*check .*AGENTID_AGENT_ID/],
  [
    { AGENTID_GRAPH_TOKEN: 'stale' },
    /refuses AGENTID_GRAPH_TOKEN: 401, InvalidAuthenticationToken/,
  ],
]

for (const [change, expected] of wrong) {
  it(`a wrong ${Object.keys(change)} is named`, async () => {
    assert.match(await problemOf(change), expected)
  })
}

it('an unreadable file is named', async () => {
  const change = {
    AGENTID_BLUEPRINT_CERTIFICATE_FILE: '/nowhere/certificate.pem',
    AGENTID_BLUEPRINT_KEY_FILE: '/nowhere/key.pem',
  }
  assert.match(
    await problemOf(change),
    /^AGENTID_BLUEPRINT_CERTIFICATE_FILE names an unreadable file: .*\(ENOENT\)$/,
  )
})

it('a file without an assertion is named', async () => {
  const file = join(tmpdir(), `agentid-no-assertion-${process.pid}.jwt`)
  for (const content of ['', 'not an assertion']) {
    await writeFile(file, content)
    const problem = await problemOf({ AGENTID_BLUEPRINT_ASSERTION_FILE: file })
    assert.match(problem, /^AGENTID_BLUEPRINT_ASSERTION_FILE names a file that holds no signed JWT/)
  }
  await rm(file)
})

it('an agent user is checked by each of its names', async () => {
  const unknown = { AGENTID_AGENT_USER_ID: nobody }
  assert.match(
    await problemOf(unknown),
    /a token of AGENTID_AGENT_USER_ID .*AADSTS50034.*check AGENTID_AGENT_USER_ID: the agent identity has no such agent user/,
  )
  assert.match(
    await problemOf({ AGENTID_AGENT_USER_NAME: 'nobody@contoso.example' }),
    /AADSTS50034.*check AGENTID_AGENT_USER_NAME: the agent identity has no such agent user/,
  )
  assert.match(
    await problemOf({ AGENTID_AGENT_USER_ID: 'booking@contoso.example' }),
    /^AGENTID_AGENT_USER_ID is not a GUID/,
  )
})

it('an agent user that is granted nothing is named', async () => {
  const without = await mockAsLiveTarget({ describe: withoutGrants })
  const problem = await problemOf(without.variables, without.request)
  await without.close()
  assert.match(
    problem,
    /AADSTS65001.*check AGENTID_AGENT_USER_ID: the agent identity has no delegated permission/,
  )
})

it('a token of a person that was granted nothing is named', async () => {
  const without = await mockAsLiveTarget({ describe: withoutGrants })
  const noAgentUser = { AGENTID_AGENT_USER_ID: '', AGENTID_AGENT_USER_NAME: '' }
  const problem = await problemOf({ ...without.variables, ...noAgentUser }, without.request)
  await without.close()
  assert.match(problem, /AADSTS65001.*check AGENTID_USER_ASSERTION_FILE: the agent identity has no/)
})

it('a token of a person that the tenant did not sign is named', async () => {
  const forged = await replacedAssertion((token) => `${token.slice(0, -8)}AAAAAAAA`)
  assert.match(
    await problemOf({ AGENTID_USER_ASSERTION_FILE: forged.file }),
    /AADSTS50013.*check AGENTID_USER_ASSERTION_FILE: the tenant did not issue it/,
  )
  await forged.remove()
})

it('a file that holds no token of a person, or none at all, is named', async () => {
  assert.match(
    await problemOf({ AGENTID_USER_ASSERTION_FILE: '/nowhere/tc.jwt' }),
    /^AGENTID_USER_ASSERTION_FILE names an unreadable file: .*\(ENOENT\)$/,
  )
  const empty = await replacedAssertion(() => '')
  assert.match(
    await problemOf({ AGENTID_USER_ASSERTION_FILE: empty.file }),
    /^AGENTID_USER_ASSERTION_FILE names a file that holds no signed JWT/,
  )
  await empty.remove()
})

function withoutGrants(tenant: TenantDescription): TenantDescription {
  return { ...tenant, permissionGrants: [] }
}

async function replacedAssertion(change: (token: string) => string) {
  const token = await readFile(target.variables.AGENTID_USER_ASSERTION_FILE ?? '', 'utf8')
  const file = join(tmpdir(), `agentid-user-assertion-${process.pid}.jwt`)
  await writeFile(file, change(token))
  return { file, remove: () => rm(file) }
}

it('an unusable key is named', async () => {
  const file = join(tmpdir(), `agentid-not-a-key-${process.pid}.pem`)
  await writeFile(file, 'not a key')
  const change = { AGENTID_BLUEPRINT_CERTIFICATE_FILE: file, AGENTID_BLUEPRINT_KEY_FILE: file }
  const problem = await problemOf(change)
  await rm(file)
  assert.match(problem, /AGENTID_BLUEPRINT_CERTIFICATE_FILE and AGENTID_BLUEPRINT_KEY_FILE cannot/)
})

const thrown = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

it('an untrusted certificate is answered with the variable that helps', async () => {
  const problem = await problemOf({}, () => Promise.reject(thrown('SELF_SIGNED_CERT_IN_CHAIN')))
  assert.match(problem, /certificate of https:.* is not trusted .*; set AGENTID_CA_FILE/)
})

it('a host that does not answer is named', async () => {
  const problem = await problemOf({}, () => Promise.reject(thrown('ECONNREFUSED')))
  assert.match(problem, /no answer from https:.* \(ECONNREFUSED\); check AGENTID_AUTHORITY_HOST/)
})

it('a Microsoft Graph that does not answer is named', async () => {
  const request: SetUp['request'] = (path, init) => {
    if (path.includes('/servicePrincipals')) return Promise.reject(thrown('ENOTFOUND'))
    return target.request(path, init)
  }
  assert.match(await problemOf({}, request), /\(ENOTFOUND\); check AGENTID_GRAPH_URL/)
})
