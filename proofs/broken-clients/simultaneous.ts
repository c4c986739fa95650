import type { Acquisition } from '../../engine/clients/client-under-test.ts'
import { also, type BrokenClient } from './broken-client.ts'

/** What goes wrong where calls overlap. */
export const overlapping: readonly BrokenClient[] = [
  {
    name: 'asks for each of several callers alone',
    breaks: 'CONCURRENT-SHARED',
    seams: {
      acquire: (acquire) => {
        let running = 0
        let last: Promise<unknown> = Promise.resolve()
        return async (wanted) => {
          const isAlone = running === 0
          running += 1
          const mine = last.then(() =>
            acquire(isAlone ? wanted : { ...wanted, forceRefresh: true }),
          )
          last = mine
          try {
            return await mine
          } finally {
            running -= 1
          }
        }
      },
    },
  },
  {
    name: 'serves all callers for the agent identity that was named last',
    breaks: 'CONCURRENT-TOKENS',
    alsoBreaks: also('a caller has the token of another', 'RECIPIENT-OWN-TOKEN'),
    seams: {
      acquire: (acquire) => {
        let named: Acquisition['agentIdentity'] = ''
        return async (wanted) => {
          named = wanted.agentIdentity
          await Promise.resolve()
          return acquire({ ...wanted, agentIdentity: named })
        }
      },
    },
  },
]
