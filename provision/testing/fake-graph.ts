import { deletedItems } from './fake-deleted-items.ts'
import { add, domain, type FakeDirectory, find, list, tenantId, userId } from './fake-directory.ts'
import { blueprintOperation, roleOperation, servicePrincipals } from './fake-operations.ts'
import { collection, denied, noContent, notFound, refusal, shown } from './graph-answer.ts'

export type GraphCall = {
  readonly method: string
  readonly path: string
  readonly filter: string | null
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Headers
}

/** What a test may change about the tenant. */
export type FakeTenant = {
  readonly users: number
  readonly skus: readonly object[]
  /** Requests answered with 403: `METHOD path` begins so. */
  readonly forbidden: readonly string[]
}

export const testTenant: FakeTenant = { users: 12, skus: [], forbidden: [] }

const kinds = {
  'microsoft.graph.agentIdentityBlueprint': 'blueprint',
  'microsoft.graph.agentIdentityBlueprintPrincipal': 'principal',
  'microsoft.graph.agentIdentity': 'agentIdentity',
} as const

type Kind = (typeof kinds)[keyof typeof kinds]

const ofCollection = /^\/v1\.0\/(?:applications|servicePrincipals)\/(microsoft\.graph\.\w+)$/
const ofObject =
  /^\/v1\.0\/(?:applications|servicePrincipals)\/([\w-]+)\/(microsoft\.graph\.\w+)(?:\/(\w+))?$/
const ofRoles = /^\/v1\.0\/servicePrincipals\/([\w-]+)\/appRoleAssignments$/

const kindOf = (type = ''): Kind | undefined => kinds[type as keyof typeof kinds]

/** The part of Microsoft Graph that provisioning uses, in the spelling of the reference. */
export function answerGraph(
  directory: FakeDirectory,
  tenant: FakeTenant,
  call: GraphCall,
): Response {
  const { method, path } = call
  if (tenant.forbidden.some((one) => `${method} ${path}`.startsWith(one))) return denied()
  const [, type] = ofCollection.exec(path) ?? []
  const kind = kindOf(type)
  if (kind !== undefined) return onCollection(directory, kind, call)
  const [, id = '', objectType, operation] = ofObject.exec(path) ?? []
  const objectKind = kindOf(objectType)
  if (objectKind !== undefined) return onObject(directory, objectKind, id, operation, call)
  const [, agentId] = ofRoles.exec(path) ?? []
  if (agentId !== undefined) return roleOperation(directory, agentId, call)
  if (path.startsWith('/v1.0/directory/deletedItems/')) return deletedItems(directory, call)
  return onTenant(directory, tenant, call)
}

function onTenant(directory: FakeDirectory, tenant: FakeTenant, { path, filter }: GraphCall) {
  switch (path) {
    case '/v1.0/organization':
      return collection([
        { id: tenantId, displayName: 'Contoso Agents', verifiedDomains: [{ name: domain }] },
      ])
    case '/v1.0/users/$count':
      return new Response(`\ufeff${tenant.users}`, { headers: { 'content-type': 'text/plain' } })
    case '/v1.0/subscribedSkus':
      return collection(tenant.skus)
    case '/v1.0/me':
      return Response.json({ id: userId })
    case '/v1.0/servicePrincipals':
      return servicePrincipals(directory, filter ?? '')
    default:
      return refusal(400, 'BadRequest', `Resource not found for the segment '${path}'.`)
  }
}

/** `displayName eq 'x'`, with the quotes of x doubled. */
export const equals = (filter: string | null): readonly [string, string] => {
  const [, name = '', value = ''] = /^(\w+) eq '((?:[^']|'')*)'$/.exec(filter ?? '') ?? []
  return [name, value.replaceAll("''", "'")]
}

function onCollection(directory: FakeDirectory, kind: Kind, call: GraphCall): Response {
  if (call.method === 'POST') return create(directory, kind, call.body)
  const [name, value] = equals(call.filter)
  const matches = list(
    directory,
    (object) => object.kind === kind && (name === '' || Reflect.get(object, name) === value),
  )
  return collection(matches.map(shown))
}

function create(directory: FakeDirectory, kind: Kind, body: GraphCall['body']): Response {
  const displayName = String(body.displayName)
  if (kind === 'principal') return createPrincipal(directory, String(body.appId))
  const sponsors = body['sponsors@odata.bind']
  if (!Array.isArray(sponsors) || sponsors.length === 0) {
    const message = 'No sponsor specified. Please provide at least one sponsor.'
    return refusal(400, 'Request_BadRequest', message)
  }
  if (kind === 'blueprint') return created(add(directory, { kind, displayName }))
  const blueprintAppId = String(body.agentIdentityBlueprintId)
  const isParent = (kind: string, appId: string) => kind === 'principal' && appId === blueprintAppId
  if (list(directory, (one) => isParent(one.kind, one.appId)).length === 0) {
    const message = 'The Agent Blueprint Principal for the Agent Blueprint does not exist.'
    return refusal(400, 'Request_BadRequest', message)
  }
  return created(add(directory, { kind, displayName, blueprintAppId }))
}

function createPrincipal(directory: FakeDirectory, appId: string): Response {
  const [blueprint] = list(directory, (one) => one.kind === 'blueprint' && one.appId === appId)
  if (blueprint === undefined) return notFound(appId)
  const all = [...directory.live.values()]
  if (all.some((one) => one.kind === 'principal' && one.appId === appId)) {
    const message = `The service principal cannot be created because the name ${appId} is in use.`
    return refusal(409, 'Request_MultipleObjectsWithSameKeyValue', message)
  }
  const { displayName } = blueprint
  return created(add(directory, { kind: 'principal', displayName, appId }))
}

const created = (object: ReturnType<typeof add>): Response =>
  Response.json(shown(object), { status: 201 })

function onObject(
  directory: FakeDirectory,
  kind: Kind,
  id: string,
  operation: string | undefined,
  call: GraphCall,
): Response {
  const object = find(directory, kind, id)
  if (object === undefined) return notFound(id)
  if (operation !== undefined || call.method === 'PATCH') {
    return blueprintOperation(directory, object, operation ?? 'update', call.body)
  }
  if (call.method === 'GET') return Response.json(shown(object))
  directory.live.delete(id)
  directory.deleted.set(id, object)
  return noContent()
}
