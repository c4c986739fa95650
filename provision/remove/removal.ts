import type { ObjectKind } from '../graph/paths.ts'

/** An object that was made here, and how it is told from any other. */
export type Removal = {
  readonly kind: ObjectKind
  readonly id: string
  readonly name: string
  /** Of a principal, whose name Graph takes from the application. */
  readonly appId?: string | undefined
  /** Until when not to be seen does not mean to be gone. */
  readonly unseenUntilMs: number
  /** Soft-deleted is enough. */
  readonly leaveDeleted: boolean
}
