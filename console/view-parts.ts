import type { Explainer } from './explain/explainer.ts'
import type { FindParties } from './mock/names.ts'
import type { ConsoleMock } from './mock/open-mock.ts'

/** What the views need to know about everything around them. */
export type ViewParts = {
  readonly mock: ConsoleMock
  readonly findParties: FindParties
  readonly explainer: Explainer
  readonly now: () => number
}
