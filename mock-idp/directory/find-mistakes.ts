import { findRule, isRelaxable } from '../rules/index.ts'
import { findPolicyMistakes } from './access-policy-mistakes.ts'
import type { CompleteTenantDescription } from './description.ts'
import { exchangeAppId, graphAppId } from './resource.ts'

/** Where something stands in a description, and what stands there. */
type Place = readonly [where: string, value: string]
type Described = CompleteTenantDescription

/**
 * What the schema cannot say: which names must exist, and which only once.
 * @param blueprintsElsewhere application ids of blueprints whose home is another tenant
 */
export function findMistakes(
  tenant: Described,
  prefix: string,
  blueprintsElsewhere: ReadonlySet<string>,
): string[] {
  const ownBlueprints = [...tenant.blueprints, ...tenant.guestBlueprints].map(({ appId }) => appId)
  const resources = [graphAppId, exchangeAppId, ...tenant.resources.map(({ appId }) => appId)]
  return [
    ...findRepeated(clientIds(tenant)),
    ...findRepeated(objectIds(tenant)),
    ...findRepeated(placesOf('resources', 'appId', tenant.resources)),
    ...expectKnown(
      placesOf('guestBlueprints', 'appId', tenant.guestBlueprints),
      blueprintsElsewhere,
      'a blueprint of another tenant',
    ),
    ...expectKnown(
      placesOf('agentIdentities', 'blueprint', tenant.agentIdentities),
      new Set(ownBlueprints),
      'the appId of a blueprint or guest blueprint of this tenant',
    ),
    ...expectKnown(
      roleResources(tenant),
      new Set(resources),
      'the appId of a resource of this tenant',
    ),
    ...expectOneMatch(tenant),
    ...findPolicyMistakes(tenant),
    ...expectRelaxable(tenant),
  ].map((mistake) => `${prefix}${mistake}`)
}

/** @returns a mistake for every id that stood in an earlier place already */
export function findRepeated(places: readonly Place[]): string[] {
  const first = new Map<string, string>()
  return places.flatMap(([where, id]) => {
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, where)
      return []
    }
    return [`${where}: expected a unique id, but ${earlier} also has ${id}`]
  })
}

function expectKnown(places: readonly Place[], known: ReadonlySet<string>, what: string): string[] {
  return places.flatMap(([where, id]) =>
    known.has(id) ? [] : [`${where}: expected ${what}, got ${id}`],
  )
}

/** A federated credential names its subject, or an expression for it. */
function expectOneMatch(tenant: Described): string[] {
  const lists = ['blueprints', 'applications', 'managedIdentities'] as const
  return lists.flatMap((list) =>
    tenant[list].flatMap(({ federatedCredentials }, at) =>
      federatedCredentials.flatMap(({ subject, claimsMatchingExpression }, index) =>
        (subject === undefined) === (claimsMatchingExpression === undefined)
          ? [
              `${list}[${at}].federatedCredentials[${index}]: expected either subject or claimsMatchingExpression`,
            ]
          : [],
      ),
    ),
  )
}

function expectRelaxable({ relaxedRules }: Described): string[] {
  return relaxedRules.flatMap((id, at) => {
    const rule = findRule(id)
    if (rule && isRelaxable(rule)) return []
    return [
      `relaxedRules[${at}]: expected the id of a rule with inferred or third-party evidence (see 'agentid rules'), got '${id}'`,
    ]
  })
}

function placesOf<Name extends string>(
  list: string,
  member: Name,
  items: readonly Readonly<Record<Name, string>>[],
): Place[] {
  return items.map((item, at) => [`${list}[${at}].${member}`, item[member]])
}

function clientIds(tenant: Described): Place[] {
  return [
    ...placesOf('blueprints', 'appId', tenant.blueprints),
    ...placesOf('guestBlueprints', 'appId', tenant.guestBlueprints),
    ...placesOf('applications', 'appId', tenant.applications),
    ...placesOf('agentIdentities', 'id', tenant.agentIdentities),
    ...placesOf('managedIdentities', 'clientId', tenant.managedIdentities),
  ]
}

function objectIds(tenant: Described): Place[] {
  return [
    ...principalsOf(tenant).map(([where, { id }]): Place => [`${where}.id`, id]),
    ...placesOf('managedIdentities', 'principalId', tenant.managedIdentities),
  ]
}

type DescribedPrincipal = Described['guestBlueprints'][number]['principal']

function principalsOf(tenant: Described): (readonly [string, DescribedPrincipal])[] {
  const lists = ['blueprints', 'guestBlueprints', 'applications'] as const
  return lists.flatMap((list) =>
    tenant[list].flatMap(({ principal }, at) =>
      principal ? [[`${list}[${at}].principal`, principal] as const] : [],
    ),
  )
}

function roleResources(tenant: Described): Place[] {
  const holders = [
    ...principalsOf(tenant),
    ...tenant.agentIdentities.map((one, at) => [`agentIdentities[${at}]`, one] as const),
    ...tenant.managedIdentities.map((one, at) => [`managedIdentities[${at}]`, one] as const),
  ]
  return holders.flatMap(([where, { appRoles }]) =>
    appRoles.map(({ resource }, at): Place => [`${where}.appRoles[${at}].resource`, resource]),
  )
}
