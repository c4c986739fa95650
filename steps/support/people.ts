import { isPersonName, type PersonName, type TenantName } from '../../engine/cast/names.ts'
import type { Acquisition } from '../../engine/clients/client-under-test.ts'
import { namedIn, personToken, type SignInChange } from '../../engine/scenario/people.ts'
import type { AgentIdWorld } from './world.ts'

type W = AgentIdWorld

/** What the people of a scenario signed in for, the newest of each. */
const signedIn = new WeakMap<W, Map<PersonName, string>>()

function tokensOf(world: W): Map<PersonName, string> {
  const known = signedIn.get(world) ?? new Map<PersonName, string>()
  signedIn.set(world, known)
  return known
}

export function personCalled(name: string): PersonName {
  if (isPersonName(name)) return name
  throw new TypeError(`nobody is called ${name}`)
}

/** Of a tenant of their own. */
export function tenantOfPerson(name: PersonName): TenantName {
  return name === 'Dana' ? 'Fabrikam' : 'Contoso'
}

/** A sign-in of its own, whose token counts from now on. */
export async function signIn(world: W, name: string, change: SignInChange = {}): Promise<string> {
  const person = personCalled(name)
  const token = await personToken(world, person, { tenant: tenantOfPerson(person), ...change })
  tokensOf(world).set(person, token)
  return token
}

/** Tc of a person, who signs in if nobody has said so. */
export async function tokenOfPerson(world: W, name: string): Promise<string> {
  return tokensOf(world).get(personCalled(name)) ?? signIn(world, name)
}

/** How the client under test is told of an agent user: as it prefers. */
export function agentUser(
  { client, directory }: W,
  name: string,
  kind?: 'oid' | 'upn',
): Acquisition['user'] {
  const { userIds } = client.capabilities
  if (kind !== undefined) client.needs(`userIds ${kind}`, () => userIds.includes(kind))
  return namedIn(kind ?? userIds[0], directory, personCalled(name))
}
