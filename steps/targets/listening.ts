import { readFile } from 'node:fs/promises'
import { startMockIdp } from '../../mock-idp/node.ts'
import { sandboxDirectory } from '../cast/sandbox-directory.ts'
import { controlApi } from './control-api.ts'
import { httpsClient } from './https-request.ts'
import type { Target } from './target.ts'

/** The mock in this process, with ports: for clients that are programs of their own. */
export async function listeningTarget(chaosSeed?: number): Promise<Target> {
  const idp = await startMockIdp({ port: 0, httpPort: 0 })
  const { authorityHost, httpUrl, caFile } = idp
  const https = httpsClient(await readFile(caFile, 'utf8'))
  const request: Target['request'] = (path, init) => https.request(`${authorityHost}${path}`, init)
  const power = controlApi(request)
  return {
    kind: 'in-process',
    authorityHost,
    httpUrl,
    caFile,
    request,
    power,
    openDirectory: () => sandboxDirectory(power, authorityHost, chaosSeed),
    prepare: async () => {},
    close: async () => {
      https.close()
      await idp.close()
    },
  }
}
