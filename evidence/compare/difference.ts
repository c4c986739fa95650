/** How an answer of the tenant and one of the mock may differ. */
export type DifferenceKind =
  | 'status'
  | 'error'
  | 'code'
  | 'claim present'
  | 'claim absent'
  | 'claim shape'
  | 'member present'
  | 'member absent'
  | 'member shape'
  | 'header'
  /** The answers are alike, but the scenario, which checks more, ended differently. */
  | 'outcome'

/** One difference between the two answers to the same request. `live` is the side of the evidence. */
export type EvidenceDifference = {
  readonly kind: DifferenceKind
  /** The claim, member or header; empty if the kind says everything. */
  readonly where: string
  readonly live: string
  readonly mock: string
}
