import type { ObjectKind } from '../graph/paths.ts'

/** An object that provision made, and how to distinguish it from any other. */
export type Removal = {
  readonly kind: ObjectKind
  readonly id: string
  readonly name: string
  /** Of a principal, whose name Graph takes from the application. */
  readonly appId?: string | undefined
  /** Before this time, an object that Graph does not show may still exist. */
  readonly unseenUntilMs: number
  /** A soft delete is enough. */
  readonly leaveDeleted: boolean
}
