/** In what an answer of the tenant and one of the mock may differ. */
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
  /** The answers are alike, and still the scenario, which looks closer, went otherwise. */
  | 'outcome'

/** One difference between the two answers to the same request. `live` is the side of the evidence. */
export type EvidenceDifference = {
  readonly kind: DifferenceKind
  /** Which claim, member or header; empty where the kind says it all. */
  readonly where: string
  readonly live: string
  readonly mock: string
}
