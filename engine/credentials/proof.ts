import type { Directory } from '../cast/directory.ts'
import type { ClientName, TenantName } from '../cast/names.ts'
import type { Target } from '../targets/target.ts'

/** What a client adds to a request to prove itself. */
export type Proof = {
  readonly parameters: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Who proves itself, where, and when. */
export type Prover = {
  readonly directory: Directory
  readonly client: ClientName
  readonly tenant: TenantName
  /** Seconds since 1970 on the clock of the tenant. */
  readonly nowSeconds: number
  /** For tokens that have to be obtained on the way. */
  readonly request: Target['request']
}
