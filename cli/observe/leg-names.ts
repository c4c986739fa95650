import { type Leg, legOf } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/node.ts'
import type { ObservedStep } from './observation.ts'

/** The step that a request is. Undefined: it is no step of a flow, such as a request for keys. */
export function legIn(request: JournalEntry): ObservedStep['leg'] | undefined {
  if (String(request.endpoint) === 'authorize') return 'authorize'
  return request.endpoint === 'token' ? legOf(request) : undefined
}

const words: Readonly<Record<Leg | 'authorize', string>> = {
  t1: 'T1',
  redemption: 'redemption of T1',
  t2: 'T2 (t2)',
  obo: 'on behalf of a person (obo)',
  agentUser: 'as an agent user (agentUser)',
  refresh: 'renewal by refresh token (refresh)',
  authorize: 'sign-in (authorize)',
  other: 'another request',
}

/** What the requests of a client were for, in words; empty where there is nothing but the two steps of every agent. */
export function wordsOfSteps(steps: readonly ObservedStep[]): string {
  const isPlain = steps.every(({ leg }) => ['t1', 'redemption', 'other'].includes(leg))
  if (isPlain) return ''
  return steps
    .map(({ leg, requests }) => `${words[leg]}${requests > 1 ? ` × ${requests}` : ''}`)
    .join(', ')
}

/** Of a single request; empty for the steps that its parameters tell apart at a glance. */
export function legName(request: JournalEntry): string {
  const leg = legIn(request)
  return leg === undefined || ['t1', 'redemption', 'other'].includes(leg) ? '' : leg
}
