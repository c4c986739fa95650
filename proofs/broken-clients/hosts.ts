import type { ClientFetch } from '../../client/index.ts'
import type { BrokenClient } from './broken-client.ts'

const get = {
  method: 'GET',
  headers: {},
  redirect: 'manual',
  signal: new AbortController().signal,
} as const

/** A host that does not answer is no reason to fail. */
async function askInVain(send: ClientFetch, url: string): Promise<void> {
  await send(url, get).catch(() => undefined)
}

/** Which hosts a client contacts, and how often. */
export const askingOthers: readonly BrokenClient[] = [
  {
    name: 'reads the discovery document with every call',
    breaks: 'RETRY-DISCOVERY',
    seams: {
      acquire:
        (acquire, { request, tenantId }) =>
        async (wanted) => {
          await request(`/${tenantId}/v2.0/.well-known/openid-configuration`)
          return acquire(wanted)
        },
    },
  },
  {
    name: 'asks the public cloud for instance discovery, whatever its authority is',
    breaks: 'AUTHORITY-HOST',
    seams: {
      network: (send) => {
        let asked: Promise<void> | undefined
        return async (url, init) => {
          asked ??= askInVain(send, 'https://login.microsoftonline.com/common/discovery/instance')
          await asked
          return send(url, init)
        }
      },
    },
  },
  {
    name: 'tells another host of every request',
    breaks: 'AUTHORITY-HOST',
    seams: {
      network: (send) => async (url, init) => {
        await askInVain(send, 'https://telemetry.example/token-requested')
        return send(url, init)
      },
    },
  },
]
