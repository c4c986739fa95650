import type { ClientUnderTest } from '../../engine/clients/client-under-test.ts'
import { type Habits, plain } from './habits.ts'
import { habitualClient } from './habitual-client.ts'

/** A client without a fault. */
export type CorrectClient = {
  readonly client: ClientUnderTest
  /** INFO rules that its habit departs from: noted, and no more. */
  readonly notes: readonly string[]
}

function correct(
  name: string,
  habits: Partial<Habits>,
  notes: readonly string[] = [],
): CorrectClient {
  return { client: habitualClient(name, { ...plain, ...habits }), notes }
}

/** Clients of different habits, all of them allowed. The specification raises nothing against any. */
export const correctClients: readonly CorrectClient[] = [
  correct('keeps no token and never tries again', {}),
  correct('sends its secret and its id by HTTP Basic alone', {
    secretIn: 'basic',
    keepsUntil: 300,
  }),
  correct('sends its secret by HTTP Basic and its id twice', {
    secretIn: 'basic and client_id in the body',
    errorFields: [],
  }),
  correct('has only a certificate', {
    credentials: ['certificate'],
    keepsUntil: 120,
    reportsExpiry: false,
  }),
  correct('has only a certificate, and signs in the older way', {
    credentials: ['certificate'],
    signsOldStyle: true,
    isTalkative: true,
  }),
  correct(
    'has only the managed identity of a virtual machine',
    {
      credentials: ['managedIdentity:imds'],
      keepsUntil: 300,
      attempts: 2,
    },
    ['RETRY-AFTER-SHARED'],
  ),
  correct('has only the managed identity of App Service', {
    credentials: ['managedIdentity:appService'],
  }),
  correct(
    'keeps its assertion file for five minutes',
    {
      credentials: ['assertionFile'],
      keepsFileSeconds: 300,
      keepsUntil: 300,
    },
    ['RENEW-FILE-EACH'],
  ),
  correct('renews half an hour early', { keepsUntil: 1800, attempts: 4 }, ['RETRY-AFTER-SHARED']),
  correct('renews when a token expires', { keepsUntil: 0 }),
  correct('writes the id of its blueprint in upper case, and those of agents in lower case', {
    blueprintIn: 'upper case',
    keepsUntil: 300,
  }),
  correct('serves one call after another', { isSequential: true, keepsUntil: 300 }),
  correct(
    'reads documents, and asks for scopes of OpenID Connect',
    {
      isTalkative: true,
      attempts: 3,
      keepsUntil: 60,
    },
    ['RETRY-AFTER-SHARED'],
  ),
]
