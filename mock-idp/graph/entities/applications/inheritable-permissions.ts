import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import type { Application, InheritablePermission } from '../../../directory/application.ts'
import { isGuid } from '../../../directory/guid.ts'
import { newInheritanceRules } from '../../../rules/graph/blueprints.ts'
import { done, type GraphCall, type JsonObject, rootOf } from '../../call/graph-call.ts'
import { applicationOf, findApplication, must } from '../../call/named-objects.ts'
import { get, type Operation, patch, post, remove } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { listRecords } from '../../show/list-records.ts'
import { applicationChanges } from '../../write/changes.ts'
import { readProperties } from '../../write/read-properties.ts'
import { authorizeReading } from './applications.ts'

const kindsByType: Readonly<Record<string, string>> = {
  allallowedscopes: 'allAllowed',
  enumeratedscopes: 'enumerated',
  noscopes: 'none',
  allallowedroles: 'allAllowed',
  noroles: 'none',
}

/** Some tools name the type alone, others the kind as well. */
function withKind(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'kind' in value) return value
  const type = (value as Readonly<Record<string, unknown>>)['@odata.type']
  const name = typeof type === 'string' ? type.toLowerCase().split('.').at(-1) : undefined
  return { ...value, kind: kindsByType[name ?? ''] }
}

const inheritableScopes = z.preprocess(
  withKind,
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['allAllowed', 'none']) }),
    z.object({ kind: z.literal('enumerated'), scopes: z.array(z.string()) }),
  ]),
)
const inheritableRoles = z.preprocess(withKind, z.object({ kind: z.enum(['allAllowed', 'none']) }))
const newInheritance = z.object({
  resourceAppId: z.string(),
  inheritableScopes: inheritableScopes.optional(),
  inheritableRoles: inheritableRoles.optional(),
})
const inheritanceChange = newInheritance.omit({ resourceAppId: true })

const path = 'applications/{id}/inheritablePermissions'

/** What agent identities inherit of what the principal of their blueprint was granted. */
export const inheritanceOperations: readonly Operation[] = [
  get(path, (call) => {
    authorizeReading(call)
    const application = applicationOf(call)
    return listRecords(call, {
      context: contextOf(application),
      records: application.inheritablePermissions.map(shown),
    })
  }),
  get(`${path}/{resourceAppId}`, (call) => {
    authorizeReading(call)
    const application = applicationOf(call)
    return { status: 200, body: withContext(call, application, permissionOf(call, application)) }
  }),
  post(path, (call) => {
    const application = authorized(call)
    const input = readProperties(call, newInheritance, 'InheritablePermission')
    const resourceAppId = input.resourceAppId.toLowerCase()
    const { inheritablePermissions: before } = application
    enforce(
      newInheritanceRules,
      {
        resourceAppId,
        isGuid: isGuid(resourceAppId),
        exists: before.some((one) => one.resourceAppId === resourceAppId),
        count: before.length,
      },
      call.examination,
    )
    const added = { ...input, resourceAppId } as InheritablePermission
    save(call, application, [...before, added])
    return { status: 201, body: withContext(call, application, added) }
  }),
  patch(`${path}/{resourceAppId}`, (call) => {
    const application = authorized(call)
    const before = permissionOf(call, application)
    const input = readProperties(call, inheritanceChange, 'InheritablePermission')
    const after = { ...before, ...input } as InheritablePermission
    const all = application.inheritablePermissions.map((one) => (one === before ? after : one))
    save(call, application, all)
    return { status: 200, body: withContext(call, application, after) }
  }),
  remove(`${path}/{resourceAppId}`, (call) => {
    const application = authorized(call)
    const gone = permissionOf(call, application)
    save(
      call,
      application,
      application.inheritablePermissions.filter((one) => one !== gone),
    )
    return done
  }),
]

function authorized(call: GraphCall): Application {
  authorize(call, permissions.updateBlueprint, findApplication(call)?.owners)
  return applicationOf(call)
}

function permissionOf(call: GraphCall, { inheritablePermissions }: Application) {
  const wanted = call.ids.resourceAppId?.toLowerCase() ?? ''
  const found = inheritablePermissions.find((one) => one.resourceAppId === wanted)
  return must(call, wanted, found)
}

function save(
  call: GraphCall,
  application: Application,
  inheritablePermissions: readonly InheritablePermission[],
): void {
  call.commit(applicationChanges(call.tenant, { ...application, inheritablePermissions }))
}

/** Answers name the types without `#` (the examples of the reference pages). */
function shown(permission: InheritablePermission): JsonObject {
  const { resourceAppId, inheritableScopes, inheritableRoles } = permission
  return {
    resourceAppId,
    ...(inheritableScopes && { inheritableScopes: typed('Scopes', inheritableScopes) }),
    ...(inheritableRoles && { inheritableRoles: typed('Roles', inheritableRoles) }),
  }
}

function typed<Kind extends { readonly kind: string }>(what: 'Scopes' | 'Roles', value: Kind) {
  const { kind } = value
  return { '@odata.type': `microsoft.graph.${kind === 'none' ? 'no' : kind}${what}`, ...value }
}

function contextOf({ id }: Application): string {
  return `applications('${id}')/microsoft.graph.agentIdentityBlueprint/inheritablePermissions`
}

function withContext(call: GraphCall, application: Application, permission: InheritablePermission) {
  return {
    '@odata.context': `${rootOf(call)}/$metadata#${contextOf(application)}/$entity`,
    ...shown(permission),
  }
}
