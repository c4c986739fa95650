import { cleanEnvironment } from '../../programs/index.ts'
import { openRedirect } from '../../redirect/index.ts'
import { type AdapterClient, type ClientSpec, openClient } from '../clients/adapter/open-client.ts'
import type { Target, Variables } from '../targets/index.ts'

/**
 * The client, with what leads it to the target if it asks the hosts of Entra.
 * @throws {AdapterFailure} if it does not start
 */
export function openRedirectedClient(
  spec: ClientSpec,
  { authorityHost, httpUrl, caFile }: Target,
  { maxParallel, env }: { readonly maxParallel: number | undefined; readonly env: Variables },
): Promise<AdapterClient> {
  if (caFile === undefined) throw new TypeError(`the target ${authorityHost} has no port`)
  const { env: own, passEnv: pass } = spec.reach.kind === 'http' ? {} : spec.reach
  const environment = { ...cleanEnvironment(env, { pass }).variables, ...own }
  return openClient(spec, {
    maxParallel,
    inherited: env,
    openRedirect: () => openRedirect({ authorityHost, httpUrl, caFile, environment }),
  })
}
