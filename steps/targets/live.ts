import { readFileSync } from 'node:fs'
import { liveDirectory, type Variables } from '../cast/live-directory.ts'
import { httpsClient } from './https-request.ts'
import { paced } from './paced.ts'
import { untilPropagated } from './propagation.ts'
import { type Target, TargetUnreachable } from './target.ts'

/** An identity provider that is known by its variables alone: a real tenant, or anything like it. */
export function liveTarget(variables: Variables): Target {
  const authorityHost = (
    variables.AGENTID_AUTHORITY_HOST || 'https://login.microsoftonline.com'
  ).replace(/\/$/, '')
  const { AGENTID_CA_FILE: caFile } = variables
  const https = httpsClient(caFile ? readFileSync(caFile, 'utf8') : undefined)
  const request = paced(
    (path, init) => https.request(`${authorityHost}${path}`, init),
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
        throw new TargetUnreachable('AGENTID_TENANT_ID is not set, so there is no tenant to ask')
      }
      await untilPropagated({ request, directory: openDirectory(), report })
    },
    close: async () => https.close(),
  }
}
