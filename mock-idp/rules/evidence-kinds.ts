/** Microsoft Entra changes: what was seen longer ago than this counts no more. */
export const observedForDays = 90

type KindFacts = {
  /** How far you can trust it, as sentences. */
  readonly meaning: string
  /** Whether it shows what Microsoft Entra does, so that a live target that differs fails. */
  readonly isStrong: boolean
}

/** Every kind of evidence, strongest first. A new kind is a line here; every list of kinds follows. */
export const evidenceKinds = {
  standard: {
    meaning: 'Required by a standard that Microsoft Entra follows.',
    isStrong: true,
  },
  documented: { meaning: 'Documented by Microsoft.', isStrong: true },
  observed: {
    meaning: `Confirmed by every exchange of a run against a live tenant, recorded at most ${observedForDays} days ago.`,
    isStrong: true,
  },
  captured: { meaning: 'Seen in a public capture of Microsoft Entra.', isStrong: true },
  library: {
    meaning: 'Used by the source or the recordings of a Microsoft library.',
    isStrong: true,
  },
  'captured-elsewhere': {
    meaning: 'Seen in a public capture of an ordinary application, where an agent is meant.',
    isStrong: false,
  },
  'third-party': {
    meaning: 'Reported by users of client libraries, or seen in the code of others.',
    isStrong: false,
  },
  inferred: {
    meaning: 'Not confirmed for Microsoft Entra; inferred from known behaviour.',
    isStrong: false,
  },
} as const satisfies Readonly<Record<string, KindFacts>>

/** How a fact about Microsoft Entra is known. */
export type EvidenceKind = keyof typeof evidenceKinds

/** Where a fact comes from: what kind of knowledge it is, and the page, capture or source that shows it. */
export type Evidence = {
  readonly kind: EvidenceKind
  readonly source: string
}

/** Whether a live target that differs breaks the rule. Otherwise the difference is an observation. */
export function isStrong({ kind }: Pick<Evidence, 'kind'>): boolean {
  return evidenceKinds[kind].isStrong
}
