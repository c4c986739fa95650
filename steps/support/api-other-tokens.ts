import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import type { TokenChoice } from '../../engine/targets/target.ts'
import { apiOf, orderForApi } from './api-tokens.ts'
import { obtainT2 } from './delegated-flows.ts'
import type { AgentIdWorld as World } from './world.ts'

const absent = {
  agent: { xms_par_app_azp: null, xms_act_fct: null, xms_sub_fct: null, xms_idrel: null },
  permissions: { roles: null, scp: null },
} as const

type Order = (world: World) => Promise<string>

/** A token of who is let in, with other claims. */
const withClaims =
  (
    claimsFor: (world: World) => NonNullable<TokenChoice['claims']>,
    choice: Partial<TokenChoice> = {},
  ): Order =>
  (world) =>
    orderForApi(world, { ...choice, claims: claimsFor(world) })

/** Only where the policy lets such callers in: otherwise another rule is about them. */
const where =
  (member: 'apps' | 'people' | 'agentUsers', order: Order): Order =>
  async (world) => {
    const { policy, name } = apiOf(world)
    if (!policy[member]) throw new NotTestable(`the policy of ${name} says ${member}: false`)
    return order(world)
  }

const facetsAs = (sub: string): Order =>
  where(
    'apps',
    withClaims(() => ({ xms_sub_fct: sub, xms_act_fct: sub }), { kind: 'agent' }),
  )

/** Tokens that are genuine in another place, and those of callers that the policy has to tell apart. */
const tokens: Readonly<Record<string, Order>> = {
  T1: (world) => world.obtainT1('Concierge', 'Booking'),
  T2: (world) => obtainT2(world, 'Booking'),
  'an id_token': ({ control, directory }) =>
    control.orderToken({
      kind: 'idToken',
      user: directory.personId('Bea'),
      client: directory.clientId('Intranet'),
      claims: { aud: directory.clientId('Orders API') },
    }),
  'a token without roles and scopes': withClaims(() => absent.permissions),
  'a token of an application without a role': where(
    'apps',
    withClaims(() => ({ roles: null }), { kind: 'agent' }),
  ),
  'a token whose role begins like its role': where(
    'apps',
    withClaims((world) => ({ roles: [`${apiOf(world).role}.All`] }), { kind: 'agent' }),
  ),
  'a token whose role ends like its role': where(
    'apps',
    withClaims((world) => ({ roles: [`Other${apiOf(world).role}`] }), { kind: 'agent' }),
  ),
  'a token whose role is its role in capitals': where(
    'apps',
    withClaims((world) => ({ roles: [apiOf(world).role.toUpperCase()] }), { kind: 'agent' }),
  ),
  'a token of an application whose role is its scope': where(
    'apps',
    withClaims((world) => ({ roles: [apiOf(world).scope] }), { kind: 'agent' }),
  ),
  'a token of an application with several roles': where(
    'apps',
    withClaims((world) => ({ roles: ['Other', apiOf(world).role] }), { kind: 'agent' }),
  ),
  'a token whose scope begins like its scope': where('people', (world) =>
    orderForApi(world, { kind: 'obo', scopes: [`${apiOf(world).scope}2`] }, { way: 'obo' }),
  ),
  'a token whose scope ends like its scope': where('people', (world) =>
    orderForApi(world, { kind: 'obo', scopes: [`not_${apiOf(world).scope}`] }, { way: 'obo' }),
  ),
  'a token whose scope is its role': where('people', (world) =>
    orderForApi(world, { kind: 'obo', scopes: [apiOf(world).role] }, { way: 'obo' }),
  ),
  'a token whose scope is the second of three': where('people', (world) =>
    orderForApi(world, { scopes: ['other', apiOf(world).scope, 'more'] }, { way: 'obo' }),
  ),
  'a token of an application without idtyp': where(
    'apps',
    withClaims(() => ({ idtyp: null }), { kind: 'agent' }),
  ),
  'a token on behalf of a person without idtyp': where('people', (world) =>
    orderForApi(world, { claims: { idtyp: null } }, { way: 'obo' }),
  ),
  'a token of an ordinary application': ({ control, directory }) =>
    control.orderToken({
      kind: 'app',
      client: directory.clientId('Intranet'),
      audience: directory.clientId('Orders API'),
    }),
  'a token of a blueprint': ({ control, directory }) =>
    control.orderToken({
      kind: 'app',
      client: directory.clientId('Concierge'),
      audience: directory.clientId('Orders API'),
    }),
  'a token without the claims of an agent': where(
    'apps',
    withClaims(() => absent.agent, { kind: 'agent' }),
  ),
  'a token that names a blueprint and no agent': where(
    'apps',
    withClaims(
      (world) => ({
        ...absent.agent,
        xms_par_app_azp: world.directory.clientId('Concierge'),
        xms_sub_fct: '3 9',
        xms_act_fct: '3 9',
      }),
      { kind: 'agent' },
    ),
  ),
  'a token with the facets 11 9 3': facetsAs('11 9 3'),
  'a token with the facets 3 9 10 11 24': facetsAs('3 9 10 11 24'),
  'a token with the facets 111 3 9': facetsAs('111 3 9'),
  'a token with the facets 1 1 3 9': facetsAs('1 1 3 9'),
  'a token with the facets -11 3 9': facetsAs('-11 3 9'),
  'a token with the facets 11.0 3 9': facetsAs('11.0 3 9'),
  'a token with the facets 113 3 9': facetsAs('113 3 9'),
  'a token of version 1': (world) =>
    orderForApi(world, {
      version: 1,
      claims: { aud: world.directory.clientId('Orders API') },
    }),
  'a token of version 2': (world) => orderForApi(world, { version: 2 }),
}

export function otherToken(world: World, words: string): Promise<string> {
  const order = tokens[words]
  if (!order) throw new TypeError(`no token is called '${words}'`)
  return order(world)
}
