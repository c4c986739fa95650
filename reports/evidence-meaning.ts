import { type EvidenceKind, observedForDays } from '../mock-idp/index.ts'

/** What each kind of evidence means: how far you can trust a rule. */
export const evidenceMeaning: Readonly<Record<EvidenceKind, string>> = {
  documented: 'Documented by Microsoft or a standard.',
  observed: `Confirmed by every exchange of a run against a live tenant, recorded at most ${observedForDays} days ago.`,
  captured: 'Seen in a public capture of Microsoft Entra.',
  library: 'Used by the source or the recordings of a Microsoft library.',
  'third-party': 'Reported by users of client libraries, or seen in the code of others.',
  inferred: 'Not confirmed for Microsoft Entra; inferred from known behaviour.',
}

/** Strongest evidence first. */
export const evidenceKinds = Object.keys(evidenceMeaning) as readonly EvidenceKind[]
