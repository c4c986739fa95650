import type { ClientUnderTest } from '../client-under-test.ts'

/** A client behind an adapter. */
export type AdapterClient = ClientUnderTest & {
  /** What its author should know, though nothing failed by it. Complete after `close`. */
  readonly warnings: readonly string[]
}
