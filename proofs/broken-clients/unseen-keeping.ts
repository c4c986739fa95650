import { also, type BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'
import type { Kept } from './unseen-client-parts.ts'

const programWide = new Map<string, Kept>()

/** Clients written by hand whose cache is wrong. */
export const keepingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: names T1 by the blueprint and the tenant',
    breaks: 'CACHE-PER-AGENT',
    alsoBreaks: [
      ...also('a T1 of another agent identity is presented', 'LEG-CREDENTIAL'),
      ...also('the fault shows when the file is replaced', 'RENEW-FILE'),
    ],
    seams: writtenByHand({ nameOfT1: ({ tenantId }) => `t1 ${tenantId}` }),
  },
  {
    name: 'by hand: names a token by its scope and its agent, not by its tenant',
    breaks: 'CACHE-PER-TENANT',
    alsoBreaks: [...also('the caller gets another token', 'RECIPIENT-OWN-TOKEN')],
    seams: writtenByHand({ nameOfToken: ({ agent, scope }) => `${agent} ${scope}` }),
  },
  {
    name: 'by hand: names T1 by its agent, not by its tenant',
    breaks: 'CACHE-PER-TENANT',
    alsoBreaks: [...also('a T1 of another tenant is presented', 'AUTHORITY-TENANT')],
    seams: writtenByHand({ nameOfT1: ({ agent }) => `t1 ${agent}` }),
  },
  {
    name: 'by hand: names T1 by the first eight digits of its agent',
    breaks: 'CACHE-SIMILAR-IDS',
    alsoBreaks: [
      ...also('a T1 of another agent identity is presented', 'LEG-CREDENTIAL'),
      ...also('the fault shows when the file is replaced', 'RENEW-FILE'),
      ...also('its scenarios meet the same fault', 'CACHE-PER-AGENT'),
    ],
    seams: writtenByHand({
      nameOfT1: ({ agent, tenantId }) => `t1 ${tenantId} ${agent.slice(0, 8)}`,
    }),
  },
  {
    name: 'by hand: names T1 by the last twelve digits of its agent',
    breaks: 'CACHE-SIMILAR-IDS',
    alsoBreaks: [...also('a T1 of another agent identity is presented', 'LEG-CREDENTIAL')],
    seams: writtenByHand({
      nameOfT1: ({ agent, tenantId }) => `t1 ${tenantId} ${agent.slice(-12)}`,
    }),
  },
  {
    name: 'by hand: names T1 by the sum of the characters of its agent',
    breaks: 'CACHE-SIMILAR-IDS',
    alsoBreaks: [...also('a T1 of another agent identity is presented', 'LEG-CREDENTIAL')],
    seams: writtenByHand({
      nameOfT1: ({ agent, tenantId }) =>
        `t1 ${tenantId} ${[...agent].reduce((sum, one) => sum + one.charCodeAt(0), 0)}`,
    }),
  },
  {
    name: 'by hand: names a token by its agent, not by its scope',
    breaks: 'RECIPIENT-OWN-TOKEN',
    alsoBreaks: [
      ...also('fewer or more requests are sent than needed', 'CACHE-REUSE'),
      ...also('the T1 that is presented has expired', 'RENEW-ASSERTION'),
      ...also('one of two scopes meets the same fault', 'LEG-WHOLE-SCOPE'),
      ...also('the fault shows after a refusal', 'RENEW-REFUSED-T1'),
    ],
    seams: writtenByHand({ nameOfToken: ({ agent, tenantId }) => `${tenantId} ${agent}` }),
  },
  {
    name: 'by hand: names T1 and the token alike',
    breaks: 'RECIPIENT-OWN-TOKEN',
    alsoBreaks: [
      ...also('fewer or more requests are sent than needed', 'CACHE-REUSE'),
      ...also('the T1 that is presented has expired', 'RENEW-ASSERTION'),
      ...also('one of two scopes meets the same fault', 'LEG-WHOLE-SCOPE'),
      ...also('the fault shows after a refusal', 'RENEW-REFUSED-T1'),
    ],
    seams: writtenByHand({
      nameOfT1: ({ agent, tenantId }) => `${tenantId} ${agent}`,
      nameOfToken: ({ agent, tenantId }) => `${tenantId} ${agent}`,
    }),
  },
  {
    name: 'by hand: shares one store with every client of the program',
    breaks: 'CACHE-PER-BLUEPRINT',
    alsoBreaks: [
      ...also('fewer or more requests are sent than needed', 'CACHE-NEW-CREDENTIAL', 'CACHE-RESET'),
    ],
    seams: writtenByHand({ memoryFor: () => programWide }),
  },
  {
    name: 'by hand: stores nothing, though it says so',
    breaks: 'CACHE-REUSE',
    alsoBreaks: [
      ...also('fewer or more requests are sent than needed', 'CONCURRENT-SHARED'),
      ...also('the fault shows when it renews', 'CACHE-NEWEST'),
    ],
    seams: writtenByHand({ nameOfToken: () => undefined, nameOfT1: () => undefined }),
  },
  {
    name: 'by hand: stores T1 and never the token',
    breaks: 'CACHE-REUSE',
    alsoBreaks: [
      ...also('fewer or more requests are sent than needed', 'CONCURRENT-SHARED'),
      ...also('the fault shows when it renews', 'CACHE-NEWEST'),
    ],
    seams: writtenByHand({ nameOfToken: () => undefined }),
  },
  {
    name: 'by hand: stores only the first token of a name',
    breaks: 'CACHE-NEWEST',
    seams: writtenByHand({
      keep: (memory, name, kept) => {
        if (!memory.has(name)) memory.set(name, kept)
      },
    }),
  },
  {
    name: 'by hand: stores one token of all agents, the latest',
    breaks: 'CACHE-REUSE',
    seams: writtenByHand({
      keep: (memory, name, kept) => {
        memory.clear()
        memory.set(name, kept)
      },
    }),
  },
  {
    name: 'by hand: keeps a T1 that was refused',
    breaks: 'RENEW-REFUSED-T1',
    seams: writtenByHand({ wasRefused: () => {} }),
  },
  {
    name: 'by hand: renews the token and not T1 when told to renew',
    breaks: 'RENEW-FORCED',
    alsoBreaks: [
      ...also('its scenarios meet the same fault', 'INPUT-BLANK', 'SEND-MISSING-VALUE'),
      ...also('the fault shows when it renews', 'CACHE-NEWEST'),
    ],
    seams: writtenByHand({
      hear: (wanted, setup) => ({
        agent: String(wanted.agentIdentity).trim().toLowerCase(),
        tenantId: wanted.tenantId ?? setup.tenantId,
        scope: wanted.scope,
        isForced: false,
        setup,
      }),
    }),
  },
  {
    name: 'by hand: one waiting list for all agents',
    breaks: 'CONCURRENT-TOKENS',
    alsoBreaks: [...also('the caller gets another token', 'RECIPIENT-OWN-TOKEN')],
    seams: writtenByHand({ flightOf: (name) => name.slice(0, 50) }),
  },
  {
    name: 'by hand: a waiting list for each agent, whatever the scope',
    breaks: 'CONCURRENT-TOKENS',
    alsoBreaks: [...also('the caller gets another token', 'RECIPIENT-OWN-TOKEN')],
    seams: writtenByHand({
      flightOf: (name) => String(name.match(/^\["token","[^"]+","[^"]+"/) ?? name),
    }),
  },
  {
    name: 'by hand: no waiting list',
    breaks: 'CONCURRENT-SHARED',
    seams: writtenByHand({ flightOf: () => String(Math.random()) }),
  },
]
