import type { Application } from './application.ts'
import type { Group, User } from './person.ts'
import type { Principal } from './principal.ts'

/** An object that can still be restored. After 30 days it is gone (directory-deleteditems-restore.md). */
export type DeletedObject = {
  readonly deletedMs: number
  /** Whether what depends on it was deleted after it already. */
  readonly cascaded?: boolean
} & (
  | { readonly collection: 'applications'; readonly object: Application }
  | { readonly collection: 'principals'; readonly object: Principal }
  | { readonly collection: 'users'; readonly object: User }
  | { readonly collection: 'groups'; readonly object: Group }
)
