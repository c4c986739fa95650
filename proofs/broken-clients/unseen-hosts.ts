import type { BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'

/** Clients written by hand that ask more hosts than the authority. */
export const askingElsewhereByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: checks the instance at the public cloud first',
    breaks: 'AUTHORITY-HOST',
    seams: writtenByHand({
      follow: async (answer, _, send) => {
        const { signal } = new AbortController()
        await send('https://login.microsoftonline.com/common/discovery/instance?api-version=1.1', {
          method: 'GET',
          headers: {},
          redirect: 'manual',
          signal,
        }).catch(() => undefined)
        return answer
      },
    }),
  },
]
