import type { Answer } from '../requests/answer.ts'

/** One request that has to succeed with the variables as they are, whatever else is judged. */
export type Leg = {
  /** What it gets, with the names of the variables. */
  readonly name: string
  /** The variables it depends on, the likeliest cause first. */
  readonly variables: readonly string[]
  /** Whether the run is pointless without it. Of the others, a scenario judges a refusal that may be a fault of the target. */
  readonly isBase: boolean
  readonly ask: () => Promise<Answer>
}
