import { constants, createHash, type X509Certificate } from 'node:crypto'
import { inProcessClient } from '../../engine/clients/reference.ts'
import { writtenByHand } from '../broken-clients/unseen-client.ts'
import { type Parts, right } from '../broken-clients/unseen-client-parts.ts'
import type { CorrectClient } from './correct-client.ts'
import { correctForPeople } from './for-people.ts'
import { type Habits, plain } from './habits.ts'
import { habitualClient } from './habitual-client.ts'

function correct(
  name: string,
  habits: Partial<Habits>,
  notes: readonly string[] = [],
): CorrectClient {
  return { client: habitualClient(name, { ...plain, ...habits }), notes }
}

/** A client written by hand that declares all that the reference client does. */
function byHand(name: string, parts: Partial<Parts>): CorrectClient {
  return { client: inProcessClient(name, writtenByHand(parts)), notes: [] }
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
  byHand('sends the same T1 again when the provider is busy', {}),
  byHand('tries five times, a second apart, as long as nothing else is asked of it', {
    attemptsAfter: (status) => (right.attemptsAfter(status) > 1 ? 5 : 1),
    waitSeconds: (reply, _, nowMs) =>
      reply?.headers.has('retry-after') ? right.waitSeconds(reply, 1, nowMs) : 1,
  }),
  byHand('signs by RS256 with both thumbprints and a kid, and names no start', {
    sign: (draft) => {
      const x5t = thumbprintOf(draft.chain[0])
      draft.header = { ...draft.header, alg: 'RS256', x5t, kid: x5t }
      draft.padding = constants.RSA_PKCS1_PADDING
      delete draft.claims.nbf
    },
  }),
  byHand('sends what the libraries of Microsoft add, and their spelling of the exchange', {
    letter: ({ form, url, headers, leg }) => {
      form.set('client_info', leg === 't1' ? '2' : '1')
      form.set('x-client-SKU', 'by-hand')
      form.set('x-client-current-telemetry', '5|771,2,,,|,')
      form.set('scope', String(form.get('scope')).replace('AzureADToken', 'AzureAdToken'))
      url.searchParams.set('client-request-id', headers['client-request-id'] ?? '')
      headers['content-type'] = 'application/x-www-form-urlencoded; charset=utf-8'
      headers['x-ms-lib-capability'] = 'retry-after, h429'
    },
    tell: (failure) => ({ ...failure, details: { name: 'TokenError', suberror: null } }),
  }),
  ...correctForPeople,
]

function thumbprintOf(leaf: X509Certificate | undefined): string {
  return createHash('sha1')
    .update(leaf?.raw ?? '')
    .digest('base64url')
}
