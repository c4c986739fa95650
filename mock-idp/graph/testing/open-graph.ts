import assert from 'node:assert/strict'
import { buildTenant } from '../../directory/build-tenant.ts'
import { collectionNames } from '../../directory/collections.ts'
import { complete } from '../../directory/complete.ts'
import type { TenantDescription } from '../../directory/description.ts'
import { createDirectory } from '../../directory/directory.ts'
import { contoso, seededDirectory } from '../../directory/seed.ts'
import { seedIds } from '../../directory/seed-ids.ts'
import { decide } from '../../exchange/decide.ts'
import { openExchange } from '../../exchange/open-exchange.ts'
import { type GraphTokenRequest, mintGraphToken } from '../../graph-token.ts'
import { seeRequest } from '../../http/see-request.ts'
import { createIssuerNames } from '../../issuers/issuer-names.ts'
import { nodePlatform } from '../../keys/node-platform.ts'
import { createSandboxes } from '../../tenants/sandboxes.ts'
import { nowMs, seededRandom, storedSigningKey } from '../../testing/mock-world.ts'
import type { World } from '../../world.ts'
import { graphEndpoint } from '../index.ts'

export const origin = 'https://graph.microsoft.com'

export type Asking = {
  readonly headers?: Readonly<Record<string, string>>
  /** Default: that of the seeded administrator. */
  readonly token?: string | undefined
  readonly bodyTooLarge?: boolean
}

export type Asked = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly rule: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: a test reads members of JSON whose shape it asserts
  readonly body: any
}

type Opening = {
  readonly change?: (tenant: TenantDescription) => TenantDescription
  readonly waivedRules?: readonly string[]
  /** Changes what tokens say. */
  readonly tamper?: World['tamper']
}

/** Microsoft Graph of the seeded tenants without HTTP around it. The clock stands still until it is moved. */
export async function openGraph({ change, waivedRules, tamper }: Opening = {}) {
  const directory = createDirectory()
  const keys = [await nodePlatform.importSigningKey(await storedSigningKey())]
  const sandboxes = createSandboxes(keys, () => nowMs)
  const described = seededDirectory().tenants.map((tenant) =>
    complete(tenant.tenantId === seedIds.contoso && change ? change(contoso(seedIds)) : tenant),
  )
  for (const tenant of described) {
    directory.put(await buildTenant(tenant, nodePlatform.readCertificate))
    sandboxes.open(tenant.tenantId)
  }
  directory.watch({
    change: (tenant, changes) => sandboxes.of(tenant.id).lag.hide(tenant, changes),
  })
  const world: World = {
    directory,
    platform: nodePlatform,
    random: seededRandom(7),
    realNowMs: () => nowMs,
    sleep: async () => {},
    issuerNames: createIssuerNames(),
    facilitiesOf: sandboxes.of,
    fetchIssuerKeys: () => Promise.reject(new Error('nothing is fetched')),
    waivedRules: new Set(waivedRules),
    ...(tamper && { tamper }),
  }
  const tokenFor = async (request: Partial<GraphTokenRequest>): Promise<string> =>
    (await mintGraphToken({ tenantId: seedIds.contoso, origin, ...request }, world)) ?? ''
  const administrator = await tokenFor({})

  const graph = graphEndpoint(sandboxes.of)
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    { headers = {}, token = administrator, bodyTooLarge = false }: Asking = {},
  ): Promise<Asked> => {
    const sent = new Headers({ 'content-type': 'application/json', ...headers })
    if (!sent.has('authorization') && token) sent.set('authorization', `Bearer ${token}`)
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
    const seen = await seeRequest(
      new Request(`${origin}${path}`, { headers: sent }),
      undefined,
      'none',
    )
    const request = { ...seen, method, body: text ?? '', bodyTooLarge }
    const exchange = openExchange('graph', request, graph.findTenant(request, world), world)
    const { answer } = await decide(graph, exchange, world)
    const isJson = answer.headers['content-type']?.includes('json')
    return {
      status: answer.status,
      headers: answer.headers,
      rule: answer.headers['x-mock-rule'],
      body: isJson ? JSON.parse(answer.body ?? '') : (answer.body ?? ''),
    }
  }

  const tenant = () => {
    const found = directory.findTenant(seedIds.contoso)
    if (!found) throw new TypeError('no Contoso')
    return found
  }
  /** Everything that the tenant keeps, to be compared. */
  const snapshot = () => {
    const { resourcesByName, keysByObjectId, ...rest } = tenant()
    const objects = collectionNames.map((name) => [...rest[name]])
    return JSON.stringify([objects, [...resourcesByName.keys()], [...keysByObjectId]])
  }
  const { clock, lag } = sandboxes.of(seedIds.contoso)
  return { world, ask, tokenFor, tenant, snapshot, clock, lag }
}

export type Graph = Awaited<ReturnType<typeof openGraph>>

export const sponsor = `${origin}/v1.0/users/${seedIds.administrator}`

/** A blueprint with its principal and an agent identity, made through Graph. */
export async function makeAgent({ ask }: Graph, displayName = 'Made') {
  const sponsors = { 'sponsors@odata.bind': [sponsor] }
  const blueprint = await ask('POST', '/v1.0/applications/microsoft.graph.agentIdentityBlueprint', {
    displayName,
    ...sponsors,
  })
  const principal = await ask(
    'POST',
    '/v1.0/servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal',
    { appId: blueprint.body.appId },
  )
  const agent = await ask('POST', '/v1.0/servicePrincipals/microsoft.graph.agentIdentity', {
    displayName: `${displayName} agent`,
    agentIdentityBlueprintId: blueprint.body.appId,
    ...sponsors,
  })
  return {
    blueprintId: String(blueprint.body.id),
    appId: String(blueprint.body.appId),
    principalId: String(principal.body.id),
    agentId: String(agent.body.id),
  }
}

/** The members that are wanted must be there with these values; what else is there does not count. */
export function assertHas(
  actual: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): void {
  const picked = Object.keys(wanted).map((name) => [name, actual[name]])
  assert.deepEqual(Object.fromEntries(picked), wanted)
}
