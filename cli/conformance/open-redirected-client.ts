import {
  type AdapterClient,
  type ClientSpec,
  openClient,
} from '../../engine/clients/adapter/open-client.ts'
import type { Target } from '../../engine/run/index.ts'
import { openRedirect } from '../../redirect/index.ts'
import type { Surroundings } from '../surroundings.ts'

/**
 * The client, with what leads it to the target if it asks the hosts of Entra.
 * @throws {AdapterFailure} if it does not start
 */
export function openRedirectedClient(
  spec: ClientSpec,
  { authorityHost, httpUrl, caFile }: Target,
  {
    maxParallel,
    env,
  }: { readonly maxParallel: number | undefined; readonly env: Surroundings['env'] },
): Promise<AdapterClient> {
  if (caFile === undefined) throw new TypeError(`the target ${authorityHost} has no port`)
  const own = spec.reach.kind === 'http' ? {} : spec.reach.env
  const environment = { ...env, ...own }
  return openClient(spec, {
    maxParallel,
    openRedirect: () => openRedirect({ authorityHost, httpUrl, caFile, environment }),
  })
}
