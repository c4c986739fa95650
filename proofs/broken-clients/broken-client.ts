import type { Seams } from '../../engine/clients/reference.ts'

/** A rule that is broken as well, and why that cannot be helped. */
export type Consequence = { readonly check: string; readonly because: string }

/** The reference client with exactly one fault. */
export type BrokenClient = {
  /** What it does wrong. */
  readonly name: string
  /** Id of the client rule that tells. */
  readonly breaks: string
  /** Id of the rule whose scenarios show it, where those of the broken rule do not. */
  readonly seenBy?: string
  /** What the scenarios show besides. All of them show all of it; those of one rule show a part. */
  readonly alsoBreaks?: readonly Consequence[]
  readonly seams: Partial<Seams>
  /**
   * Rules under which the identity provider refuses this fault. A refused client gets no further, so
   * that every scenario fails that wants a token; where they are waived, only the fault is left to see.
   */
  readonly toleratedBy?: readonly string[]
  /** Whether time has to pass for everybody, because the fault is a matter of real time. */
  readonly needsRealTime?: boolean
}

export function also(because: string, ...checks: readonly string[]): readonly Consequence[] {
  return checks.map((check) => ({ check, because }))
}
