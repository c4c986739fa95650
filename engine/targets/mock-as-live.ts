import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxTenant, type TenantDescription } from '../../mock-idp/index.ts'
import { applicationIn } from '../cast/find-in-draft.ts'
import { externalIssuer, externalSubject } from '../cast/names.ts'
import { externalIssuerKeys, federatedToken } from '../credentials/assertion-shapes.ts'
import { harnessKeyPair } from '../credentials/key-pairs.ts'
import { signShape } from '../credentials/shape.ts'
import type { Send } from '../requests/wire-request.ts'
import { type InProcessOptions, inProcessTarget } from './in-process.ts'
import { liveDirectory } from './live-directory.ts'
import { type Target, urlAt } from './target.ts'
import type { Variables } from './variables.ts'

export type MockAsLiveOptions = InProcessOptions & {
  /** The authority whose name it takes. Default: its own. */
  readonly authorityHost?: string | undefined
  /** Names of the variables to set. Default: all. */
  readonly variables?: readonly string[] | undefined
  /** Variables beside those, or in their place. Default: none. */
  readonly set?: Variables | undefined
  /** Changes the tenant before it is made. Default: as it is. */
  readonly describe?: ((tenant: TenantDescription) => TenantDescription) | undefined
}

const graphHost = 'https://graph.microsoft.com'
const ownAuthorityHost = 'https://localhost:8443'

/** Opens a mock in this process that is described by variables, like a real tenant. */
export async function mockAsLiveTarget({
  authorityHost = ownAuthorityHost,
  variables,
  set: others = {},
  describe = (tenant) => tenant,
  ...options
}: MockAsLiveOptions = {}): Promise<Target & { readonly variables: Variables }> {
  const { request, prepare, close } = await inProcessTarget(options)
  const has = (name: string) => variables?.includes(name) ?? true
  const tenant = describe(await tenantWithCredentials(has))
  const ofTenant = await variablesOf(tenant, request)
  const files = await credentialFiles(await userAssertionFor(tenant, request))
  const all = {
    ...ofTenant,
    ...files.variables,
    IDENTITY_ENDPOINT: `${ownAuthorityHost}/msi/token`,
    IDENTITY_HEADER: tenant.tenantId,
    AGENTID_GRAPH_URL: authorityHost === ownAuthorityHost ? authorityHost : graphHost,
  }
  const set = { ...(variables === undefined ? all : only(all, variables)), ...others }
  return {
    kind: 'live',
    variables: set,
    authorityHost,
    request: (path, init) => request(urlAt(authorityHost, path), init),
    openDirectory: () => liveDirectory(set, authorityHost),
    prepare,
    close: async () => {
      await close()
      await files.remove()
    },
  }
}

/** The blueprint has the credentials whose variables are set: the first refusal depends on what it has. */
async function tenantWithCredentials(
  has: (variable: string) => boolean,
): Promise<TenantDescription> {
  const tenant = sandboxTenant(randomUUID)
  const blueprint = applicationIn(tenant, 'Concierge')
  const { certificatePem } = await harnessKeyPair('Concierge')
  if (has('AGENTID_BLUEPRINT_CERTIFICATE_FILE')) blueprint.certificates = [{ pem: certificatePem }]
  blueprint.federatedCredentials = [
    ...(has('IDENTITY_ENDPOINT') ? (blueprint.federatedCredentials ?? []) : []),
    ...(has('AGENTID_BLUEPRINT_ASSERTION_FILE')
      ? [{ name: 'ci', issuer: externalIssuer, subject: externalSubject }]
      : []),
  ]
  return { ...tenant, issuers: [{ issuer: externalIssuer, jwks: await externalIssuerKeys() }] }
}

/** Creates the tenant and returns the variables that a program needs to use it. */
async function variablesOf(tenant: TenantDescription, request: Send): Promise<Variables> {
  const answer = await request('/_mock/tenants', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(tenant),
  })
  if (!answer.ok) throw new Error(`cannot create the tenant: ${await answer.text()}`)
  const { env } = (await answer.json()) as { readonly env: Variables }
  return env
}

/** A token of Bea for the blueprint; none where the tenant has nobody of that name. */
async function userAssertionFor(
  tenant: TenantDescription,
  request: Send,
): Promise<string | undefined> {
  const bea = tenant.users?.find(({ displayName }) => displayName.startsWith('Bea '))
  if (bea === undefined) return undefined
  const answer = await request(`/_mock/tokens?tenant=${tenant.tenantId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'user',
      user: bea.id,
      client: applicationIn(tenant, 'Intranet').appId,
      audience: applicationIn(tenant, 'Concierge').appId,
    }),
  })
  if (!answer.ok) throw new Error(`cannot create a token of Bea: ${await answer.text()}`)
  const { token } = (await answer.json()) as { readonly token: string }
  return token
}

async function credentialFiles(userAssertion: string | undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-replay-'))
  const { certificatePem, privateKeyPem } = await harnessKeyPair('Concierge')
  const assertion = signShape(await federatedToken({ nowSeconds: Math.floor(Date.now() / 1000) }))
  const write = async (name: string, content: string) => {
    const file = join(folder, name)
    await writeFile(file, content, { mode: 0o600 })
    return file
  }
  const variables = {
    AGENTID_BLUEPRINT_CERTIFICATE_FILE: await write('certificate.pem', certificatePem),
    AGENTID_BLUEPRINT_KEY_FILE: await write('key.pem', privateKeyPem),
    AGENTID_BLUEPRINT_ASSERTION_FILE: await write('assertion.jwt', assertion),
    ...(userAssertion !== undefined && {
      AGENTID_USER_ASSERTION_FILE: await write('user-assertion.jwt', userAssertion),
    }),
  }
  return { variables, remove: () => rm(folder, { recursive: true, force: true }) }
}

function only(variables: Variables, names: readonly string[]): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)))
}
