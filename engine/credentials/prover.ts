import type { Directory } from '../cast/directory.ts'
import type { ClientName, TenantName } from '../cast/names.ts'
import type { Send } from '../requests/wire-request.ts'

/** Who proves itself, where, and when. */
export type Prover = {
  readonly directory: Directory
  readonly client: ClientName
  readonly tenant: TenantName
  /** Seconds since 1970 on the clock of the tenant. */
  readonly nowSeconds: number
  /** For tokens that have to be obtained on the way. */
  readonly request: Send
}
