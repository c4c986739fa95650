import { readFileSync } from 'node:fs'
import { trustingFetch } from '../../wire/trusting-fetch.ts'
import { liveDirectory, type Variables } from './live-directory.ts'
import { paced } from './paced.ts'
import { untilPropagated } from './propagation.ts'
import { type Target, TargetUnreachable, urlAt } from './target.ts'

/** How long an answer may take to begin, and to go on. */
const timeoutMs = 30_000

/** Opens an identity provider described by variables: a real tenant, or anything like it. */
export function liveTarget(variables: Variables): Target {
  const authorityHost = authorityHostOf(variables)
  refuseStrangeGraph(variables)
  const https = trustingFetch(certificateAuthorityOf(variables), timeoutMs)
  const request = paced(
    (path, init) => https.fetch(urlAt(authorityHost, path), init),
    authorityHost,
  )
  const openDirectory = () => liveDirectory(variables, authorityHost)
  return {
    kind: 'live',
    authorityHost,
    request,
    openDirectory,
    prepare: async (report) => {
      if (!variables.AGENTID_TENANT_ID) {
        throw new TargetUnreachable(
          'AGENTID_TENANT_ID is not set; set it to the id of the tenant to judge',
        )
      }
      await untilPropagated({ request, directory: openDirectory(), report })
    },
    close: () => https.close(),
  }
}

function authorityHostOf({ AGENTID_AUTHORITY_HOST: host }: Variables): string {
  const authorityHost = host || 'https://login.microsoftonline.com'
  if (URL.canParse(authorityHost) && authorityHost.startsWith('https:')) {
    return new URL(authorityHost).origin
  }
  throw new TargetUnreachable(
    `AGENTID_AUTHORITY_HOST must be an https origin, not ${authorityHost}`,
  )
}

function refuseStrangeGraph({ AGENTID_GRAPH_URL: url }: Variables): void {
  if (!url || (URL.canParse(url) && url.startsWith('https:'))) return
  throw new TargetUnreachable(`AGENTID_GRAPH_URL must be an https origin, not ${url}`)
}

function certificateAuthorityOf({ AGENTID_CA_FILE: file }: Variables): string | undefined {
  if (!file) return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new TargetUnreachable(`AGENTID_CA_FILE names an unreadable file: ${file}`)
  }
}
