import { agentClaims } from '../cast/agent-claims.ts'
import type { Directory } from '../cast/directory.ts'
import { agentIn, applicationIn, resourceIn } from '../cast/find-in-draft.ts'
import type { Target } from '../targets/target.ts'

/** The seed grants this role of Orders API to Booking. */
export const usualRole = 'Orders.Read'
export const usualScope = 'Orders.Access'

/**
 * One tenant for the whole run, in which the API is Orders API: an API learns its tenant when it starts. Every agent
 * identity and the ordinary application hold its role, and everybody has consented to its scope.
 */
export async function openApiDirectory(
  target: Target,
  {
    role,
    scope,
    audience,
  }: {
    readonly role: string
    readonly scope: string
    readonly audience?: string | undefined
  },
): Promise<Directory> {
  const directory = target.openDirectory()
  const former = directory.clientId('Orders API')
  const resource = audience ?? former
  if (audience !== undefined) directory.made('Orders API', { clientId: audience })
  await directory.change('Contoso', (draft) => {
    const api = resourceIn(draft, 'Orders API')
    api.appId = resource
    api.identifierUris = [`api://${resource}`]
    api.optionalClaims = [...agentClaims]
    for (const name of ['Booking', 'Billing', 'Parcel'] as const) {
      const agent = agentIn(draft, name)
      const others = agent.appRoles?.filter((one) => one.resource !== former) ?? []
      agent.appRoles = [...others, { resource, role }]
      draft.permissionGrants?.push({ client: agent.id, resource, scope })
    }
    for (const name of ['Intranet', 'Concierge'] as const) {
      const { principal } = applicationIn(draft, name)
      if (principal) principal.appRoles = [...(principal.appRoles ?? []), { resource, role }]
    }
  })
  await directory.ready()
  // From now on the document lists a key of personal accounts, as that of Entra does. An API that read the document
  // before would refuse such a key because it does not know it.
  await target.power?.orderToken(directory.tenantId('Contoso'), {
    kind: 'agent',
    client: directory.clientId('Booking'),
    audience: resource,
    signWith: 'otherTenant',
  })
  return directory
}

/** The target, with one tenant for all scenarios, which none of them changes or removes. */
export function withOneDirectory(target: Target, directory: Directory): Target {
  return { ...target, openDirectory: () => ({ ...directory, close: async () => {} }) }
}
