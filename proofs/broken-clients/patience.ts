import type { Seams } from '../../engine/clients/reference.ts'
import type { BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'
import type { Kept } from './unseen-client-parts.ts'

/** Takes an answer of its machine with this status for the end. */
function endsAt(status: number): Partial<Seams> {
  const { network, acquire } = writtenByHand({})
  return {
    acquire,
    network: (send, setup) =>
      network?.(async (url, init) => {
        const answer = await send(url, init)
        if (init.method !== 'GET' || answer.status !== status) return answer
        return new Response('{"error":"gone"}', { status: 400 })
      }, setup) ?? send,
  }
}

const begun = new WeakMap<Map<string, Kept>, number>()

/** How clients give up what they could have, or renew what they have. */
export const losingPatience: readonly BrokenClient[] = [
  {
    name: 'gives up when its virtual machine is updating (410)',
    breaks: 'RETRY-RECOVERS',
    seams: endsAt(410),
  },
  {
    name: 'gives up when its virtual machine is updating (404)',
    breaks: 'RETRY-RECOVERS',
    seams: endsAt(404),
  },
  {
    name: 'counts every lifetime from when it began',
    breaks: 'CACHE-REUSE',
    seams: writtenByHand({
      memoryFor: (setup) => {
        const memory = new Map<string, Kept>()
        begun.set(memory, setup.nowMs())
        return memory
      },
      keep: (memory, name, kept) => {
        const lasts = kept.endsMs - kept.gotMs
        memory.set(name, { ...kept, endsMs: (begun.get(memory) ?? 0) + lasts })
      },
    }),
  },
]
