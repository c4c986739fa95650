import { startMockIdp } from '../../mock-idp/node.ts'
import { mockOverHttps } from './mock-over-https.ts'
import type { Target } from './target.ts'

/** Opens the mock in this process, with ports, for clients that are separate programs. */
export async function listeningTarget(chaosSeed?: number): Promise<Target> {
  const { authorityHost, httpUrl, caFile, close } = await startMockIdp({ port: 0, httpPort: 0 })
  return mockOverHttps({
    kind: 'in-process',
    authorityHost,
    httpUrl,
    caFile,
    chaosSeed,
    stop: close,
  })
}
