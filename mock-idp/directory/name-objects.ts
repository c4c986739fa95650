import { guidOfText } from './derived-guid.ts'
import { isObject, referByName } from './refer-by-name.ts'
import { wellKnownResources } from './well-known-resources.ts'

type Json = Readonly<Record<string, unknown>>

/** What the objects of a tenant are given that nobody wrote. */
type Place = {
  readonly idFor: (what: string) => string
  readonly name: string
  readonly domain: string
  /** Undefined where the tenant does not have exactly one. */
  readonly onlyBlueprint: string | undefined
}

const fillers: Readonly<Record<string, (written: Json, place: Place) => Json>> = {
  blueprints: application,
  applications: application,
  agentIdentities: (written, { idFor, onlyBlueprint }) => ({
    id: idFor('id'),
    ...(onlyBlueprint !== undefined && { blueprint: onlyBlueprint }),
    ...written,
  }),
  managedIdentities: (written, { idFor }) => ({
    clientId: idFor('clientId'),
    principalId: idFor('principalId'),
    ...written,
  }),
  resources: resource,
  users: (written, { idFor, name, domain }) => ({
    id: idFor('id'),
    userPrincipalName: name.includes('@') ? name : `${inAddress(name, '.')}@${domain}`,
    ...written,
  }),
  groups: (written, { idFor }) => ({ id: idFor('id'), ...written }),
}

/**
 * Fills in the ids of a tenant of which people wrote names, and puts ids where its objects refer to others by name.
 * The ids follow from the tenant and the names. What is no tenant is left for the schema to refuse.
 *
 * @param otherwise the id of a tenant that names none
 */
export function nameObjects(json: unknown, otherwise: string): unknown {
  if (!isObject(json)) return json
  const { tenantId = otherwise, displayName = 'Tenant' } = json
  const domain = domainOf(json, String(tenantId))
  const onlyBlueprint = onlyBlueprintOf(json)
  const fill = (kind: string, written: unknown) => {
    const object = typeof written === 'string' ? { displayName: written } : written
    if (!isObject(object)) return object
    const name = String(object.displayName ?? '')
    const idFor = (what: string) => guidOfText(`${tenantId} ${kind} ${what} ${name}`)
    return fillers[kind]?.(object, { idFor, name, domain, onlyBlueprint }) ?? object
  }
  const filled = Object.keys(fillers).flatMap((kind) => {
    const objects = json[kind]
    return Array.isArray(objects) ? [[kind, objects.map((one) => fill(kind, one))]] : []
  })
  return referByName({
    ...(namesUsersAlone(json) && { domains: [domain] }),
    ...json,
    tenantId,
    displayName,
    ...Object.fromEntries(filled),
  })
}

/** Only an application that nobody gave an id is given a secret, too. */
function application(written: Json, { idFor, name }: Place): Json {
  const { appId, principal } = written
  const secrets = [{ value: `${inAddress(name, '-')}-secret-for-tests-only` }]
  const credentials = ['secrets', 'certificates', 'federatedCredentials', 'isFallbackPublicClient']
  const proves = credentials.some((member) => written[member] !== undefined)
  return {
    ...written,
    ...(appId === undefined && { appId: idFor('appId') }),
    ...(appId === undefined && !proves && { secrets }),
    ...(principal !== null && {
      principal: { id: idFor('principal'), ...(isObject(principal) ? principal : {}) },
    }),
  }
}

/** One that Microsoft publishes by that name, or one of the tenant's own. */
function resource(written: Json, { idFor, name }: Place): Json {
  if (written.appId !== undefined) return written
  const known = wellKnownResources('public').find(({ displayName }) => displayName === name)
  if (known) return { ...written, appId: known.appId }
  const appId = idFor('appId')
  return { appId, identifierUris: [`api://${appId}`], ...written }
}

function onlyBlueprintOf({ blueprints }: Json): string | undefined {
  const [only, ...others] = Array.isArray(blueprints) ? blueprints : []
  if (others.length > 0) return undefined
  if (typeof only === 'string') return only
  const { appId, displayName } = isObject(only) ? only : {}
  const name = appId ?? displayName
  return typeof name === 'string' ? name : undefined
}

/** Then they need a domain for their addresses. */
function namesUsersAlone({ users }: Json): boolean {
  const isNamed = (user: unknown) => isObject(user) && user.userPrincipalName !== undefined
  return Array.isArray(users) && users.some((user) => !isNamed(user))
}

function domainOf({ domains }: Json, tenantId: string): string {
  const [first] = Array.isArray(domains) ? domains : []
  return typeof first === 'string' ? first : `tenant-${tenantId.replaceAll('-', '')}.example`
}

/** A name as part of an address. */
function inAddress(name: string, separator: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ['unnamed']
  return words.join(separator)
}
