import { Difference } from '../outcomes/difference.ts'
import { NotTestable } from '../outcomes/not-testable.ts'

/** Media types by which a run recognizes what a scenario attached. */
export const notTestableType = 'text/x.agentid.not-testable'
export const observationType = 'text/x.agentid.observation'
export const differenceType = 'application/vnd.agentid.difference+json'

export type LenientWorld = {
  /** True after an observation: what follows in the scenario depends on it. */
  settled: boolean
  readonly isLenient: boolean
  readonly attach: (text: string, mediaType: string) => void | Promise<void>
  /** Attaches what people should read too. */
  readonly note: (text: string, mediaType: string) => Promise<void>
  /** Whether a difference does not fail the scenario: the rule that it breaks is no MUST. */
  readonly tolerates: (difference: Difference) => boolean
  /** Why the scenario cannot judge this difference: another rule was broken before. */
  readonly consequence: (difference: Difference) => Promise<string | undefined>
}

/** Runs a step: what a target cannot show is skipped with its reason, an open difference observed. */
export async function lenientStep(world: LenientWorld, act: () => unknown): Promise<unknown> {
  if (world.settled) return undefined
  try {
    return await act()
  } catch (error) {
    if (error instanceof NotTestable) {
      await world.note(error.message, notTestableType)
      return 'skipped'
    }
    if (!(error instanceof Difference)) throw error
    const consequence = await world.consequence(error)
    if (consequence !== undefined) {
      await world.note(consequence, notTestableType)
      return 'skipped'
    }
    const { what, expected, actual } = error
    if (!world.isLenient && !world.tolerates(error)) {
      await world.attach(JSON.stringify({ what, expected, actual }), differenceType)
      throw error
    }
    await world.note(`${what}: expected ${expected}, got ${actual}`, observationType)
    world.settled = true
    return undefined
  }
}
