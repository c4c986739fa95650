import type { Journals } from '../journal/journals.ts'
import type { Recorder } from '../journal/recorder.ts'
import type { Console } from '../ports/console.ts'
import type { Tenants } from '../tenants/tenants.ts'
import type { World } from '../world.ts'

/** The parts of the mock that the control API controls. */
export type ControlParts = {
  readonly world: World
  readonly tenants: Tenants
  readonly journals: Journals
  readonly record: Recorder
  /** The token that a request must carry. Undefined: none. */
  readonly controlToken: string | undefined
  /** The page for people. Undefined: none. */
  readonly console: Console | undefined
}
