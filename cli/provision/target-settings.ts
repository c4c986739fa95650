import { resolve } from 'node:path'
import type { ProvisionRecord } from '../../provision/index.ts'
import { isLoopbackUrl } from '../../wire/loopback.ts'
import { type Environment, variable } from '../token/variables.ts'
import { UsageError } from '../usage-error.ts'

/** Where Graph and the token endpoint are: the same variables as for the other commands. */
export type TargetSettings = {
  readonly graphUrl: string
  readonly authorityHost: string
  readonly caFile: string | undefined
  readonly scope: string
  /** The resource that a token for provisioning is for. */
  readonly graphResource: string
}

const publicGraph = 'https://graph.microsoft.com'
const publicAuthority = 'https://login.microsoftonline.com'

/** Variables come first, then the record of an earlier run. */
export function readTarget(env: Environment, record?: ProvisionRecord): TargetSettings {
  const ownGraph = originOf(env, 'AGENTID_GRAPH_URL') ?? record?.graphUrl
  const ownAuthority = originOf(env, 'AGENTID_AUTHORITY_HOST') ?? record?.authorityHost
  refuseHalfDefault(ownGraph, ownAuthority)
  const [graphUrl, authorityHost] = [ownGraph ?? publicGraph, ownAuthority ?? publicAuthority]
  const caFile = variable(env, 'AGENTID_CA_FILE')
  // A mock has an address of its own, but tokens name the public resource.
  const graphResource = isLoopbackUrl(graphUrl) ? publicGraph : graphUrl
  return {
    graphUrl,
    authorityHost,
    caFile: caFile === undefined ? undefined : resolve(caFile),
    scope: variable(env, 'AGENTID_SCOPE') ?? `${graphResource}/.default`,
    graphResource,
  }
}

/** A default beside a host of your own would send a credential of one provider to another. */
function refuseHalfDefault(graph: string | undefined, authority: string | undefined): void {
  const missing = graph === undefined ? 'AGENTID_GRAPH_URL' : 'AGENTID_AUTHORITY_HOST'
  const [own, default_] = graph === undefined ? [authority, publicAuthority] : [graph, publicGraph]
  const isHalf = (graph === undefined) !== (authority === undefined)
  if (!isHalf || own === default_) return
  throw new UsageError(`${own} is not Microsoft's public host, so set ${missing} too`)
}

/** The run sends an access token there, so it must be https, or http on this machine. */
function originOf(env: Environment, name: string): string | undefined {
  const value = variable(env, name)
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackUrl(value))
  if (url === undefined || !isSafe || url.username !== '' || url.pathname !== '/') {
    throw new UsageError(
      `${name} must be an https origin, such as https://example.com (http only on this machine)`,
    )
  }
  return url.origin
}
