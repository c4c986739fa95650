import { also, type BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { type Kept, right } from './unseen-client-parts.ts'

const memories = perClient(() => new Map<string, Kept>())
const byBlueprint = new Map<string, Map<string, Kept>>()

const isNameOfT1 = (name: string) => name.startsWith('["t1"')

/** A memory that forgets, at a reset, only what `isForgotten`. */
const resetting = (isForgotten: (name: string) => boolean) => ({
  memoryFor: (setup: Parameters<typeof right.memoryFor>[0]) => {
    const memory = memories(setup)
    for (const name of [...memory.keys()]) if (isForgotten(name)) memory.delete(name)
    return memory
  },
})

/** Clients written by hand that keep one thing for another. */
export const mixingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: tells agents apart by the first block of their id',
    breaks: 'CACHE-SIMILAR-IDS',
    alsoBreaks: [
      ...also(
        'its scenarios meet the same fault',
        'LEG-CREDENTIAL',
        'RENEW-FILE',
        'RENEW-FILE-EACH',
        'CACHE-PER-AGENT',
        'CACHE-REUSE',
        'CONCURRENT-TOKENS',
        'RECIPIENT-WRONG-AGENT',
        'RECIPIENT-OWN-TOKEN',
        'RETRY-RECOVERS',
        'RENEW-FORCED',
      ),
    ],
    seams: writtenByHand({
      checks: () => true,
      nameOfT1: (asked) => right.nameOfT1({ ...asked, agent: asked.agent.slice(0, 8) }),
      nameOfToken: (asked) => right.nameOfToken({ ...asked, agent: asked.agent.slice(0, 8) }),
    }),
  },
  {
    name: 'by hand: tells agents apart by the last digits of their id',
    breaks: 'CACHE-SIMILAR-IDS',
    alsoBreaks: [
      ...also('its scenarios meet the same fault', 'RECIPIENT-WRONG-AGENT', 'RECIPIENT-OWN-TOKEN'),
    ],
    seams: writtenByHand({
      checks: () => true,
      nameOfT1: (asked) => right.nameOfT1({ ...asked, agent: asked.agent.slice(-3) }),
      nameOfToken: (asked) => right.nameOfToken({ ...asked, agent: asked.agent.slice(-3) }),
    }),
  },
  {
    name: 'by hand: tells scopes apart by their first twenty characters',
    breaks: 'RECIPIENT-OWN-TOKEN',
    seenBy: 'LEG-WHOLE-SCOPE',
    alsoBreaks: [...also('its scenarios meet the same fault', 'LEG-WHOLE-SCOPE')],
    seams: writtenByHand({
      nameOfToken: (asked) => right.nameOfToken({ ...asked, scope: asked.scope.slice(0, 20) }),
    }),
  },
  {
    name: 'by hand: tells scopes apart by the host of their resource',
    breaks: 'RECIPIENT-OWN-TOKEN',
    seenBy: 'LEG-WHOLE-SCOPE',
    alsoBreaks: [...also('its scenarios meet the same fault', 'LEG-WHOLE-SCOPE')],
    seams: writtenByHand({
      nameOfToken: (asked) =>
        right.nameOfToken({ ...asked, scope: asked.scope.split('/')[2] ?? asked.scope }),
    }),
  },
  {
    name: 'by hand: a reset forgets tokens but not T1',
    breaks: 'CACHE-RESET',
    seams: writtenByHand(resetting((name) => !isNameOfT1(name))),
  },
  {
    name: 'by hand: a reset forgets T1 but not tokens',
    breaks: 'CACHE-RESET',
    seams: writtenByHand(resetting(isNameOfT1)),
  },
  {
    name: 'by hand: a reset forgets the last token alone',
    breaks: 'CACHE-RESET',
    seams: writtenByHand({
      memoryFor: (setup) => {
        const memory = memories(setup)
        const last = [...memory.keys()].at(-1)
        if (last !== undefined) memory.delete(last)
        return memory
      },
    }),
  },
  {
    name: 'by hand: keeps T1 by blueprint, whatever its credential',
    breaks: 'CACHE-NEW-CREDENTIAL',
    alsoBreaks: [...also('its scenarios meet the same fault', 'CACHE-RESET')],
    seams: writtenByHand({
      memoryFor: ({ authorityHost, blueprintClientId, tenantId }) => {
        const name = [authorityHost, tenantId, blueprintClientId].join()
        const memory = byBlueprint.get(name) ?? new Map<string, Kept>()
        byBlueprint.set(name, memory)
        for (const known of [...memory.keys()]) if (!isNameOfT1(known)) memory.delete(known)
        return memory
      },
    }),
  },
  {
    name: 'by hand: a forced token does not replace the one that it holds',
    breaks: 'CACHE-NEWEST',
    seams: writtenByHand({
      keep: (memory, name, kept) => {
        const held = memory.get(name)
        if (held === undefined || !right.isFresh(held, kept.gotMs, 'redemption')) {
          memory.set(name, kept)
        }
      },
    }),
  },
  {
    name: 'by hand: remembers one token only',
    breaks: 'CACHE-REUSE',
    seams: writtenByHand({
      keep: (memory, name, kept) => {
        for (const known of [...memory.keys()]) if (!isNameOfT1(known)) memory.delete(known)
        memory.set(name, kept)
      },
    }),
  },
  {
    name: 'by hand: gets a T1 for each resource',
    breaks: 'CACHE-REUSE',
    alsoBreaks: [...also('its scenarios meet the same fault', 'CONCURRENT-SHARED')],
    seams: writtenByHand({
      nameOfT1: (asked) => `${right.nameOfT1(asked)} ${asked.scope}`,
    }),
  },
]
