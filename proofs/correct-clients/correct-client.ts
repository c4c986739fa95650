import type { ClientUnderTest } from '../../engine/clients/client-under-test.ts'

/** A client without a fault. */
export type CorrectClient = {
  readonly client: ClientUnderTest
  /** INFO rules that its habit departs from: noted, and no more. */
  readonly notes: readonly string[]
  /** The features that its habits are about. Default: all. */
  readonly files?: readonly string[] | undefined
}
