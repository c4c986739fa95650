import { personToken } from '../../engine/scenario/people.ts'
import { personCalled } from './people.ts'
import type { AgentIdWorld } from './world.ts'

type Make = (world: AgentIdWorld, person: string) => Promise<string> | string

/** What a caller may hold by mistake, or what a stranger may send. */
const kinds: Readonly<Record<string, Make>> = {
  'an id_token': (world, person) => personToken(world, personCalled(person), { kind: 'idToken' }),
  'an expired token': (world, person) =>
    personToken(world, personCalled(person), { lifetimeSeconds: -60 }),
  'a token for Microsoft Graph': (world, person) => {
    const audience = world.directory.clientId('Microsoft Graph')
    return personToken(world, personCalled(person), { audience })
  },
  'a token for another blueprint': (world, person) => {
    const claims = { aud: world.directory.clientId('Courier') }
    return personToken(world, personCalled(person), { claims })
  },
  'a token of an application': ({ directory, control }) => {
    const [client, audience] = [directory.clientId('Intranet'), directory.clientId('Concierge')]
    return control.orderToken({ kind: 'app', client, audience })
  },
  'a token that a stranger signed': (world, person) =>
    personToken(world, personCalled(person), { signWith: 'stranger' }),
  'an empty text': () => '',
  'a blank text': () => '  ',
}

export async function unusableToken(
  world: AgentIdWorld,
  what: string,
  person: string,
): Promise<string> {
  const make = kinds[what]
  if (make === undefined) throw new TypeError(`nobody holds ${what}`)
  return make(world, person)
}
