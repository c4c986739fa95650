import type { KnownTenant } from './observed-mock.ts'

/** A client that the directory of the mock knows. */
export type KnownClient = {
  readonly name: string
  readonly kind: 'blueprint' | 'agent identity' | 'application' | 'managed identity'
}

export type FindClient = (clientId: string) => KnownClient | undefined

/** By client id, in any letter case. */
export function knownClients(tenants: readonly KnownTenant[]): FindClient {
  const known = new Map<string, KnownClient>()
  const add = (id: string, name: string, kind: KnownClient['kind']) => {
    known.set(id.toLowerCase(), { name, kind })
  }
  for (const tenant of tenants) {
    for (const { appId, displayName } of [...tenant.blueprints, ...tenant.guestBlueprints]) {
      add(appId, displayName, 'blueprint')
    }
    for (const { id, displayName } of tenant.agentIdentities) add(id, displayName, 'agent identity')
    for (const { appId, displayName } of tenant.applications) add(appId, displayName, 'application')
    for (const { clientId, displayName } of tenant.managedIdentities) {
      add(clientId, displayName, 'managed identity')
    }
  }
  return (clientId) => known.get(clientId.toLowerCase())
}

/** Shorter ones stand in ordinary text. */
const shortestSecret = 8

/** What a program that gets tokens of these tenants must not write. */
export function secretsOf(tenants: readonly KnownTenant[]): readonly string[] {
  const values = tenants.flatMap(({ blueprints, applications, identityHeader }) => [
    ...[...blueprints, ...applications].flatMap(({ secrets }) => secrets.map(({ value }) => value)),
    identityHeader ?? '',
  ])
  return [...new Set(values)].filter((value) => value.length >= shortestSecret)
}
