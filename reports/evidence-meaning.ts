import { type EvidenceKind, observedForDays } from '../mock-idp/index.ts'

/** How far a reader may trust a rule: what it means that its evidence is of this kind. */
export const evidenceMeaning: Readonly<Record<EvidenceKind, string>> = {
  documented: 'Microsoft or a standard says so in writing.',
  observed: `A live tenant kept it in every exchange of a recorded run, at most ${observedForDays} days ago.`,
  captured: 'Seen in a public capture of Microsoft Entra.',
  library: 'The source or the recordings of a Microsoft library rely on it.',
  'third-party': 'Reported by users of client libraries, or seen in the code of others.',
  inferred: 'Nobody has seen Microsoft Entra do this; it follows from what is known.',
}

/** The best known first. */
export const evidenceKinds = Object.keys(evidenceMeaning) as readonly EvidenceKind[]
