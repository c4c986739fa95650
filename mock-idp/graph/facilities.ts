import type { Journal } from '../journal/journal.ts'
import type { TenantLag } from '../sandbox/lag/index.ts'

/** What the directory needs of a tenant besides its objects. */
export type GraphFacilities = {
  readonly journal: Pick<Journal, 'entries'>
  readonly lag: Pick<TenantLag, 'viewFor'>
}
