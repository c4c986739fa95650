import { enforce } from '../../answers/enforce.ts'
import { identifierUriIsFree } from '../../rules/graph/blueprints.ts'
import type { GraphCall } from '../call/graph-call.ts'

/**
 * Whether application ID URIs belong to nobody else, neither as an application nor as a resource.
 * @throws {Refusal} under BLUEPRINT-URI
 */
export function refuseTakenUris(
  { stored, examination }: Pick<GraphCall, 'stored' | 'examination'>,
  uris: readonly string[] = [],
  ownAppId: string | undefined,
): void {
  if (uris.length === 0) return
  const others = [...stored.applications.values()].filter(({ appId }) => appId !== ownAppId)
  const ofOthers = new Set(
    others.flatMap(({ identifierUris }) => identifierUris.map((uri) => uri.toLowerCase())),
  )
  const isTaken = (uri: string) => {
    const resource = stored.resourcesByName.get(uri)
    return ofOthers.has(uri) || (resource !== undefined && resource.appId !== ownAppId)
  }
  const taken = uris.filter((uri) => isTaken(uri.toLowerCase()))
  enforce([identifierUriIsFree], { taken }, examination)
}
