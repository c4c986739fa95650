import type { Journal } from '../journal/journal.ts'
import type { Tenants } from '../tenants/tenants.ts'
import type { World } from '../world.ts'

/** What the control API has power over. */
export type ControlParts = {
  readonly world: World
  readonly tenants: Tenants
  /** Requests to no tenant that exists. */
  readonly strays: Journal
  /** The token that a request must carry. Undefined: none. */
  readonly controlToken: string | undefined
}
