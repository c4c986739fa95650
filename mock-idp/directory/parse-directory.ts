import type { z } from 'zod'
import { findRule, isRelaxable } from '../rules/index.ts'
import { type CompleteTenantDescription, directorySchema, tenantSchema } from './description.ts'
import { DirectoryProblem } from './directory-problem.ts'
import { exchangeAppId, graphAppId } from './resource.ts'

/** @throws {DirectoryProblem} */
export function parseDirectory(json: unknown): readonly CompleteTenantDescription[] {
  const parsed = directorySchema.safeParse(json)
  if (!parsed.success) throw new DirectoryProblem(describe(parsed.error))
  const { tenants } = parsed.data
  const blueprints = new Set(tenants.flatMap((tenant) => tenant.blueprints.map((one) => one.appId)))
  const ids = tenants.map(({ tenantId }, at) => [`tenants[${at}].tenantId`, tenantId] as const)
  refuse([
    ...repeated(ids),
    ...tenants.flatMap((tenant, at) => mistakes(tenant, `tenants[${at}].`, blueprints)),
  ])
  return tenants
}

/**
 * @param knownBlueprints application ids of blueprints in other tenants, for the guests of this one
 * @throws {DirectoryProblem}
 */
export function parseTenant(
  json: unknown,
  knownBlueprints: ReadonlySet<string>,
): CompleteTenantDescription {
  const parsed = tenantSchema.safeParse(json)
  if (!parsed.success) throw new DirectoryProblem(describe(parsed.error))
  const own = parsed.data.blueprints.map(({ appId }) => appId)
  refuse(mistakes(parsed.data, '', new Set([...knownBlueprints, ...own])))
  return parsed.data
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new DirectoryProblem(problems)
}

function describe(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => `${spell(path)}: ${message}`)
}

function spell(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
  return text.join('').replace(/^\./, '') || '(the whole document)'
}

/** What the schema cannot say: which names must exist, and which only once. */
function mistakes(
  tenant: CompleteTenantDescription,
  prefix: string,
  blueprints: ReadonlySet<string>,
): string[] {
  const resources = new Set([
    graphAppId,
    exchangeAppId,
    ...tenant.resources.map(({ appId }) => appId),
  ])
  const present = new Set(
    [...tenant.blueprints, ...tenant.guestBlueprints].map(({ appId }) => appId),
  )
  return [
    ...repeatedIds(tenant, prefix),
    ...tenant.guestBlueprints.flatMap(({ appId }, at) =>
      blueprints.has(appId)
        ? []
        : [`${prefix}guestBlueprints[${at}].appId: expected a blueprint of another tenant`],
    ),
    ...tenant.agentIdentities.flatMap(({ blueprint, appRoles }, at) => [
      ...(present.has(blueprint)
        ? []
        : [
            `${prefix}agentIdentities[${at}].blueprint: expected the appId of a blueprint or guest blueprint of this tenant, got ${blueprint}`,
          ]),
      ...appRoles.flatMap(({ resource }, role) =>
        resources.has(resource)
          ? []
          : [
              `${prefix}agentIdentities[${at}].appRoles[${role}].resource: expected the appId of a resource of this tenant, got ${resource}`,
            ],
      ),
    ]),
    ...tenant.relaxedRules.flatMap((id, at) => {
      const rule = findRule(id)
      return rule && isRelaxable(rule)
        ? []
        : [
            `${prefix}relaxedRules[${at}]: expected the id of a rule with inferred evidence (see 'agentid rules'), got '${id}'`,
          ]
    }),
  ]
}

function repeatedIds(tenant: CompleteTenantDescription, prefix: string): string[] {
  const ids = [
    ...tenant.blueprints.map(({ appId }, at) => [`blueprints[${at}].appId`, appId] as const),
    ...tenant.guestBlueprints.map(
      ({ appId }, at) => [`guestBlueprints[${at}].appId`, appId] as const,
    ),
    ...tenant.applications.map(({ appId }, at) => [`applications[${at}].appId`, appId] as const),
    ...tenant.agentIdentities.map(({ id }, at) => [`agentIdentities[${at}].id`, id] as const),
    ...tenant.managedIdentities.map(
      ({ clientId }, at) => [`managedIdentities[${at}].clientId`, clientId] as const,
    ),
  ]
  return repeated(ids, prefix)
}

function repeated(ids: readonly (readonly [string, string])[], prefix = ''): string[] {
  const first = new Map<string, string>()
  return ids.flatMap(([where, id]) => {
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, where)
      return []
    }
    return [`${prefix}${where}: expected an id of its own, but ${earlier} has ${id} too`]
  })
}
