import { readFile } from 'node:fs/promises'
import { trustingFetch } from '../../wire/trusting-fetch.ts'
import type { Send } from '../requests/wire-request.ts'
import { controlApi } from './control-api.ts'
import { sandboxDirectory } from './sandbox-directory.ts'
import { type Target, type TargetKind, urlAt } from './target.ts'

type RunningMock = {
  readonly kind: TargetKind
  readonly authorityHost: string
  readonly httpUrl: string | undefined
  readonly caFile: string
  readonly controlToken?: string | undefined
  readonly chaosSeed: number | undefined
  readonly stop: () => Promise<void>
}

/** Opens a listening mock, wherever it runs, over https. Closing the target ends the mock. */
export async function mockOverHttps({
  kind,
  authorityHost,
  httpUrl,
  caFile,
  controlToken,
  chaosSeed,
  stop,
}: RunningMock): Promise<Target> {
  const https = trustingFetch(await readFile(caFile, 'utf8'))
  const request: Send = (path, init) => https.fetch(urlAt(authorityHost, path), init)
  const power = controlApi(request, controlToken)
  return {
    kind,
    authorityHost,
    httpUrl,
    caFile,
    request,
    power,
    openDirectory: () => sandboxDirectory(power, authorityHost, chaosSeed),
    prepare: async () => {},
    close: async () => {
      await https.close()
      await stop()
    },
  }
}
