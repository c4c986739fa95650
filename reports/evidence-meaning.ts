import { type EvidenceKind, evidenceKinds as facts } from '../mock-idp/index.ts'

/** Strongest evidence first. */
export const evidenceKinds = Object.keys(facts) as readonly EvidenceKind[]

/** What a kind of evidence means: how far you can trust a rule. */
export function evidenceMeaning(kind: EvidenceKind): string {
  return facts[kind].meaning
}
