import type { ProvisionFetch } from '../world/world.ts'

type Item = {
  readonly id: string
  readonly displayName: string
  readonly passwordCredentials?: readonly object[]
  readonly keyCredentials?: readonly object[]
}

const lists = {
  blueprints: '/v1.0/applications/microsoft.graph.agentIdentityBlueprint',
  principals: '/v1.0/servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal',
  agents: '/v1.0/servicePrincipals/microsoft.graph.agentIdentity',
  deletedApplications: '/v1.0/directory/deletedItems/microsoft.graph.application',
  deletedPrincipals: '/v1.0/directory/deletedItems/microsoft.graph.servicePrincipal',
} as const

/**
 * What a tenant holds, asked through Graph itself, so that any server can stand behind it. Names
 * are without the run, and with the number of secrets and certificates.
 */
export async function readLiveState(
  fetch: ProvisionFetch,
  graphUrl: string,
  token: string,
  prefix: string,
): Promise<Readonly<Record<keyof typeof lists, readonly string[]>>> {
  const read = async (path: string) => {
    const response = await fetch(`${graphUrl}${path}`, {
      method: 'GET',
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: new AbortController().signal,
    })
    const { value } = (await response.json()) as { readonly value: readonly Item[] }
    const ours = value.filter(({ displayName }) => displayName.startsWith(prefix))
    return ours.map(describe).sort()
  }
  return {
    blueprints: await read(lists.blueprints),
    principals: await read(lists.principals),
    agents: await read(lists.agents),
    deletedApplications: await read(lists.deletedApplications),
    deletedPrincipals: await read(lists.deletedPrincipals),
  }
}

function describe({ displayName, passwordCredentials = [], keyCredentials = [] }: Item): string {
  const [name = ''] = displayName.split(' ')
  const credentials = `${passwordCredentials.length}+${keyCredentials.length}`
  return passwordCredentials.length === 0 ? name : `${name} ${credentials}`
}
