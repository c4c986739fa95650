import { Difference } from '../outcomes/difference.ts'
import { NotTestable } from '../outcomes/not-testable.ts'

/** Media types by which a run recognizes what a scenario attached. */
export const notTestableType = 'text/x.agentid.not-testable'
/** The target did otherwise than the rule says. */
export const observationType = 'text/x.agentid.observation'
/** The target refused, with another error, number or status: a correct tenant may do so too. */
export const answerObservationType = 'text/x.agentid.observation.answer'
export const differenceType = 'application/vnd.agentid.difference+json'

export type LenientWorld = {
  /** True after a difference that does not fail the scenario: what follows depends on it. */
  settled: boolean
  readonly isLenient: boolean
  readonly attach: (text: string, mediaType: string) => void | Promise<void>
  /** Attaches what people should read too. */
  readonly note: (text: string, mediaType: string) => Promise<void>
  /** Whether a difference does not fail the scenario: the rule that it breaks is no MUST. */
  readonly tolerates: (difference: Difference) => boolean
  /** The kind of token that differs, if it is about one. */
  readonly kindOfToken: (difference: Difference) => string | undefined
  /** Why the scenario cannot judge this difference: another rule was broken before. */
  readonly consequence: (difference: Difference) => Promise<string | undefined>
}

/**
 * Runs a step. What a target cannot show is skipped with its reason. An open difference is an observation, and skips the
 * rest, so that the scenario never counts as passed, whoever counts.
 */
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
    const text = `${what}: expected ${expected}, got ${actual}`
    if (world.isLenient) {
      await world.note(text, observationType)
      return 'skipped'
    }
    if (!world.tolerates(error)) {
      const facts = { what, expected, actual, token: world.kindOfToken(error) }
      await world.attach(JSON.stringify(facts), differenceType)
      throw error
    }
    await world.note(text, observationType)
    world.settled = true
    return undefined
  }
}
