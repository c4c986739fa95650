import type { ClientUnderTest } from '../client-under-test.ts'

/** A client behind an adapter. */
export type AdapterClient = ClientUnderTest & {
  /** Warnings for the adapter's author; none of them fails the run. Complete after `close`. */
  readonly warnings: readonly string[]
}
