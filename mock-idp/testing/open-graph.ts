import assert from 'node:assert/strict'
import { collectionNames } from '../directory/collections.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { decide } from '../exchange/decide.ts'
import { openExchange } from '../exchange/open-exchange.ts'
import { graphEndpoint, userinfoEndpoint } from '../graph/index.ts'
import { seeRequest } from '../http/see-request.ts'
import { type GraphTokenRequest, mintGraphToken } from '../tenants/graph-token.ts'
import { type Opening, openWorld } from './open-world.ts'

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
  readonly rulesLookedAt: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: a test reads members of JSON whose shape it asserts
  readonly body: any
}

/** Microsoft Graph of the seeded tenants without HTTP around it. The clock stands still until it is moved. */
export async function openGraph(opening: Opening = {}) {
  const { world, sandboxes } = await openWorld(opening)
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
    const endpoint = path.startsWith('/oidc/') ? userinfoEndpoint : graph
    const exchange = openExchange('graph', request, endpoint.findTenant(request, world), world)
    const { answer } = await decide(endpoint, exchange, world)
    const isJson = answer.headers['content-type']?.includes('json')
    return {
      status: answer.status,
      headers: answer.headers,
      rule: answer.headers['x-mock-rule'],
      rulesLookedAt: exchange.examination.lookedAt,
      body: isJson ? JSON.parse(answer.body ?? '') : (answer.body ?? ''),
    }
  }

  const tenant = () => {
    const found = world.directory.findTenant(seedIds.contoso)
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
