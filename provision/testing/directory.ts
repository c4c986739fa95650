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
  const kinds = ['blueprint', 'principal', 'agentIdentity'] as const
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
  deletedApplications: [],
  deletedPrincipals: [],
}

/** What a teardown leaves: Graph does not remove the principal of a blueprint for good. */
export const removed = {
  blueprints: [],
  principals: [],
  agents: [],
  deletedApplications: [],
  deletedPrincipals: complete.principals,
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
    deletedApplications: await read(deletedItemsOf('blueprint')),
    deletedPrincipals: await read(deletedItemsOf('principal')),
  }
}

function describe({ displayName, passwordCredentials = [], keyCredentials = [] }: Item): string {
  const [name = ''] = displayName.split(' ')
  const credentials = `${passwordCredentials.length}+${keyCredentials.length}`
  return passwordCredentials.length === 0 ? name : `${name} ${credentials}`
}
