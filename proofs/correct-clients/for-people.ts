import type { Capabilities } from '../../engine/clients/capabilities.ts'
import { inProcessClient } from '../../engine/clients/reference.ts'
import { forPeopleByHand } from '../broken-clients/delegated-client/index.ts'
import { type Letter, type Parts, right } from '../broken-clients/delegated-client/parts.ts'
import type { CorrectClient } from './correct-client.ts'

/** Where clients act for people; what is about agents that act for themselves is judged with other clients. */
const aboutPeople = [
  'agent-users',
  'claims-challenges',
  'delegated-caching',
  'delegated-reuse',
  'delegated-consent',
  'delegated-failures',
  'delegated-recipients',
  'delegated-renewals',
  'delegated-secrecy',
  'on-behalf-of-unusable',
  'on-behalf-of',
].map((name) => `features/client/${name}.feature`)

function forPeople(
  name: string,
  parts: Partial<Parts>,
  declared: Partial<Capabilities> = {},
): CorrectClient {
  const client = inProcessClient(name, forPeopleByHand(parts), declared)
  return { client, notes: [], files: aboutPeople }
}

/** Without the scopes of OpenID Connect, so that no refresh token comes back. */
function plainScope({ leg, form, call }: Letter): void {
  if (leg !== 't1' && leg !== 't2') form.set('scope', call.scope)
}

const noCache = { cache: { enabled: false, skewSeconds: 300, singleFlight: false } } as const

/** What clients that act for people do differently, all of it allowed. */
export const correctForPeople: readonly CorrectClient[] = [
  forPeople('renews the tokens of people by refresh token', {}),
  forPeople('never uses a refresh token, and exchanges the token of a person again', {
    refreshes: () => false,
  }),
  forPeople(
    'always goes to the network for agent users, and so declares no cache',
    {
      nameOfToken: (call) => (call.flow === 'agentUser' ? undefined : right.nameOfToken(call)),
      refreshes: ({ flow }) => flow === 'obo',
    },
    noCache,
  ),
  forPeople(
    'keeps nothing of people at all',
    { nameOfToken: () => undefined, refreshes: () => false },
    noCache,
  ),
  forPeople('asks for no scope of OpenID Connect', { letter: plainScope }),
  forPeople('leaves the scope of a renewal out', {
    letter: ({ leg, form }) => {
      if (leg === 'refresh') form.delete('scope')
    },
  }),
  forPeople('sends what the libraries of Microsoft add for people', {
    letter: ({ leg, form, call, headers }) => {
      form.set('client_info', '1')
      form.set('x-client-SKU', 'by-hand')
      form.set('scope', String(form.get('scope')).replace('AzureADToken', 'AzureAdToken'))
      const { user } = call
      if (leg !== 'agentUser' || user === undefined) return
      headers['x-anchormailbox'] =
        'oid' in user ? `Oid:${user.oid}@${call.tenantId}` : `upn:${user.upn}`
    },
  }),
  forPeople('says in a request for an agent user what it is for, as Microsoft did in 2025', {
    letter: ({ leg, form }) => {
      if (leg === 'agentUser') form.set('requested_token_use', 'on_behalf_of')
    },
  }),
  forPeople('adds what it is capable of to the claims of its caller', {
    letter: ({ leg, form, call }) => {
      if (leg !== 'obo') return
      const asked: Readonly<Record<string, object>> = JSON.parse(call.claims ?? '{}')
      const capable = { xms_cc: { values: ['cp1'] } }
      form.set(
        'claims',
        JSON.stringify({ ...asked, access_token: { ...asked.access_token, ...capable } }),
      )
    },
  }),
  forPeople('names agent users by object id alone', {}, { userIds: ['oid'] }),
  forPeople('names agent users by user principal name alone', {}, { userIds: ['upn'] }),
  forPeople('acts on behalf of people alone', {}, { flows: ['autonomous', 'obo'] }),
  forPeople('acts as agent users alone', {}, { flows: ['autonomous', 'agentUser'] }),
  forPeople(
    'reports only numbers, and takes no claims',
    {
      tell: ({ kind, message, aadsts, code }) => ({ error: { kind, message, aadsts, code } }),
    },
    { errorFields: ['code', 'aadsts'], claims: false },
  ),
  forPeople('refuses an expired token of a person by itself', {
    hear: (wanted, setup) => {
      const call = right.hear(wanted, setup)
      const { exp } = claimsOf(call.assertion)
      if (call.flow === 'obo' && Number(exp) * 1000 <= setup.nowMs()) {
        return right.hear({ ...wanted, userAssertion: '' }, setup)
      }
      return call
    },
  }),
  forPeople('fetches T1 and T2 for every call', {
    isFresh: (held, nowMs, leg) => leg === 'token' && right.isFresh(held, nowMs, leg),
  }),
]

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  } catch {
    return {}
  }
}
