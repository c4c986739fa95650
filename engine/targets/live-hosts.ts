import { Difference } from '../outcomes/difference.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import type { Send } from '../requests/wire-request.ts'
import { TargetUnreachable, urlAt } from './target.ts'
import type { Variables } from './variables.ts'

const publicAuthority = 'https://login.microsoftonline.com'
const publicGraph = 'https://graph.microsoft.com'

/**
 * The origin of the authority that the variables name.
 * @throws {TargetUnreachable} for what is no https origin, and for a Graph of your own without an authority of your own
 */
export function authorityHostOf(variables: Variables): string {
  const { AGENTID_AUTHORITY_HOST: host, AGENTID_GRAPH_URL: graph } = variables
  if (graph) httpsOriginOf('AGENTID_GRAPH_URL', graph)
  if (host) return httpsOriginOf('AGENTID_AUTHORITY_HOST', host)
  if (!graph || new URL(graph).origin === publicGraph) return publicAuthority
  throw new TargetUnreachable(
    `AGENTID_GRAPH_URL is ${graph}, but AGENTID_AUTHORITY_HOST is not set; set it to the authority of the same provider, so that no credential goes to ${publicAuthority} by default`,
  )
}

function httpsOriginOf(name: string, value: string): string {
  if (URL.canParse(value) && value.startsWith('https:')) return new URL(value).origin
  throw new TargetUnreachable(`${name} must be an https origin, not ${value}`)
}

/**
 * The origin of Microsoft Graph; empty where the authority answers for Microsoft Graph too, as a mock does.
 * @throws {NotTestable} if no variable names one: a token of another provider never goes to Microsoft
 */
export function graphOriginOf(
  { AGENTID_GRAPH_URL: url }: Variables,
  authorityHost: string,
): string {
  if (!url && authorityHost !== publicAuthority) {
    throw new NotTestable(
      `AGENTID_GRAPH_URL is not set, and the authority ${authorityHost} is not Microsoft's public one`,
    )
  }
  const graph = new URL(url || publicGraph).origin
  return graph === authorityHost ? '' : graph
}

/** The origins that may see a credential of the tenant. */
export function trustedOrigins(variables: Variables, authorityHost: string): readonly string[] {
  const { AGENTID_GRAPH_URL: graph } = variables
  if (graph) return [authorityHost, new URL(graph).origin]
  return authorityHost === publicAuthority ? [authorityHost, publicGraph] : [authorityHost]
}

/** Sends what holds a credential only to trusted origins: an answer may contain links to anywhere. */
export function onlyTo(trusted: readonly string[], authorityHost: string, send: Send): Send {
  return (path, init) => {
    const { origin } = new URL(urlAt(authorityHost, path))
    const headers = new Headers(init?.headers)
    const isBare = init?.body == null && !headers.has('authorization')
    if (isBare || trusted.includes(origin)) return send(path, init)
    return Promise.reject(
      new Difference('the host of a link', 'the authority or Microsoft Graph', origin),
    )
  }
}
