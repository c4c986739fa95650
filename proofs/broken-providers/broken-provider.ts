import type { InProcessOptions } from '../../engine/targets/in-process.ts'

/** The mock with exactly one fault, through what only tests can reach. */
export type BrokenProvider = {
  /** What it does wrong. */
  readonly name: string
  /** Ids of the rules whose scenarios have to notice; one of them is enough. */
  readonly breaks: readonly string[]
  readonly options: InProcessOptions
}
