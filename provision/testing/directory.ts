import { collectionOf, deletedItemsOf, type ObjectKind } from '../graph/paths.ts'
import type { ProvisionFetchInit } from '../ports/ports.ts'
import { origin, type Place, userId } from './place.ts'

/** An object as Graph shows it. */
export type Item = {
  readonly id: string
  readonly appId: string
  readonly displayName: string
  readonly passwordCredentials?: readonly { readonly keyId: string }[]
  readonly keyCredentials?: readonly object[]
  /** Of a grant. */
  readonly consentType?: string
  readonly scope?: string
  /** Of a blueprint. */
  readonly api?: { readonly oauth2PermissionScopes?: readonly { readonly value: string }[] }
}

/** One request of the administrator, beside the runs. */
export async function ask(
  { serve, token }: Place,
  method: ProvisionFetchInit['method'],
  path: string,
  body?: object,
): Promise<Response> {
  const response = await serve(`${origin}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: new AbortController().signal,
  })
  if (response.ok) return response
  throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
}

/** The objects of a list. */
export async function listed(place: Place, path: string): Promise<readonly Item[]> {
  const { value } = (await (await ask(place, 'GET', path)).json()) as {
    readonly value: readonly Item[]
  }
  return value
}

/** The objects of a kind, in the order of their making. */
export const live = (place: Place, kind: ObjectKind): Promise<readonly Item[]> =>
  listed(place, collectionOf(kind))

/** How many objects of all kinds there are. */
export async function countLive(place: Place): Promise<number> {
  const kinds = ['blueprint', 'principal', 'agentIdentity', 'agentUser'] as const
  return (await Promise.all(kinds.map((kind) => live(place, kind)))).flat().length
}

export async function makeBlueprint(place: Place, displayName: string): Promise<Item> {
  const sponsors = { 'sponsors@odata.bind': [`${origin}/v1.0/users/${userId}`] }
  const body = { displayName, ...sponsors }
  return (await ask(place, 'POST', collectionOf('blueprint'), body)).json() as Promise<Item>
}

/** What a complete run leaves. */
export const complete = {
  blueprints: ['agentid-Concierge 1+1', 'agentid-Courier 1+0'],
  principals: ['agentid-Concierge', 'agentid-Courier'],
  agents: ['agentid-Billing', 'agentid-Booking', 'agentid-Parcel'],
  agentUsers: [],
  grants: [],
  scopes: [],
  deletedApplications: [],
  deletedPrincipals: [],
  deletedUsers: [],
}

/** What a complete run leaves that makes an agent user and lets agents act on behalf of people. */
export const completeWithPeople = {
  ...complete,
  agentUsers: ['agentid-Booking'],
  grants: ['AllPrincipals', 'Principal'].map(
    (type) => `${type} User.Read openid profile offline_access`,
  ),
  scopes: ['access_agent'],
}

/** What a teardown leaves: Graph does not remove the principal of a blueprint for good. */
export const removed = {
  blueprints: [],
  principals: [],
  agents: [],
  agentUsers: [],
  grants: [],
  scopes: [],
  deletedApplications: [],
  deletedPrincipals: complete.principals,
  deletedUsers: [],
}

/** What is in the tenant. Names are without the run, and with the number of secrets and certificates. */
export async function readState(
  place: Place,
): Promise<Readonly<Record<keyof typeof complete, readonly string[]>>> {
  const read = async (path: string) => (await listed(place, path)).map(describe).sort()
  return {
    blueprints: await read(collectionOf('blueprint')),
    principals: await read(collectionOf('principal')),
    agents: await read(collectionOf('agentIdentity')),
    agentUsers: await read(collectionOf('agentUser')),
    grants: (await listed(place, '/v1.0/oauth2PermissionGrants')).map(describeGrant).sort(),
    scopes: (await live(place, 'blueprint')).flatMap(scopesOf),
    deletedApplications: await read(deletedItemsOf('blueprint')),
    deletedPrincipals: await read(deletedItemsOf('principal')),
    deletedUsers: await read(deletedItemsOf('agentUser')),
  }
}

const describeGrant = ({ consentType, scope }: Item): string => `${consentType} ${scope}`

const scopesOf = ({ api }: Item): readonly string[] =>
  (api?.oauth2PermissionScopes ?? []).map(({ value }) => value)

function describe({ displayName, passwordCredentials = [], keyCredentials = [] }: Item): string {
  const [name = ''] = displayName.split(' ')
  const credentials = `${passwordCredentials.length}+${keyCredentials.length}`
  return passwordCredentials.length === 0 ? name : `${name} ${credentials}`
}
