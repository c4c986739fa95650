import { wordsOf } from './browser.ts'
import type { AgentIdWorld } from './world.ts'

export type Rows = Readonly<Record<string, string>>

/** Where people come back to. */
export const returnAddress: Rows = {
  Intranet: 'http://localhost/signed-in',
  Desk: 'http://localhost',
}

/** A parameter that is "absent" is not sent. */
export async function filled(world: AgentIdWorld, given: Rows): Promise<URLSearchParams> {
  const fill = await wordsOf(world)
  const sent = Object.entries(given).filter(([, value]) => value !== 'absent')
  return new URLSearchParams(sent.map(([name, value]) => [name, fill(value)]))
}
