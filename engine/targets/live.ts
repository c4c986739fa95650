import { readFileSync } from 'node:fs'
import { isLoopbackUrl } from '../../wire/loopback.ts'
import { trustingFetch } from '../../wire/trusting-fetch.ts'
import { pastClosedConnections } from './closed-connection.ts'
import { liveDirectory } from './live-directory.ts'
import { authorityHostOf, onlyTo, trustedOrigins } from './live-hosts.ts'
import { paced } from './paced.ts'
import { checkSetUp } from './set-up.ts'
import { type Target, TargetUnreachable, urlAt } from './target.ts'
import type { Variables } from './variables.ts'

/** How long an answer may take to begin, and to go on. */
const timeoutMs = 30_000

/** Opens an identity provider described by variables: a real tenant, or anything like it. */
export function liveTarget(variables: Variables): Target {
  const authorityHost = authorityHostOf(variables)
  const https = trustingFetch(certificateAuthorityOf(variables), timeoutMs)
  const openDirectory = () => liveDirectory(variables, authorityHost)
  const send = pastClosedConnections((path, init) => https.fetch(urlAt(authorityHost, path), init))
  const request = paced(
    onlyTo(trustedOrigins(variables, authorityHost), authorityHost, send),
    authorityHost,
  )
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
      const directory = openDirectory()
      await checkSetUp({ request, directory, variables, report, ...patienceFor(authorityHost) })
    },
    close: () => https.close(),
  }
}

/** On this machine nothing takes minutes to propagate. */
function patienceFor(authorityHost: string): { readonly patienceMs?: number } {
  return isLoopbackUrl(authorityHost) ? { patienceMs: 10_000 } : {}
}

function certificateAuthorityOf({ AGENTID_CA_FILE: file }: Variables): string | undefined {
  if (!file) return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new TargetUnreachable(`AGENTID_CA_FILE names an unreadable file: ${file}`)
  }
}
