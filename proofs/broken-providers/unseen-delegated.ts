import type { BrokenProvider } from './broken-provider.ts'
import { unseenDelegatedAnswers } from './unseen-delegated-answers.ts'
import { unseenDelegatedClaims } from './unseen-delegated-claims.ts'
import { unseenDelegatedConsent } from './unseen-delegated-consent.ts'
import { unseenDelegatedLives } from './unseen-delegated-lives.ts'
import { unseenDelegatedProofs } from './unseen-delegated-proofs.ts'
import { unseenDelegatedRefresh } from './unseen-delegated-refresh.ts'

/** Faults of the delegated flows, written from their documentation by somebody who had not read the scenarios. */
export const unseenDelegated: readonly BrokenProvider[] = [
  ...unseenDelegatedClaims,
  ...unseenDelegatedAnswers,
  ...unseenDelegatedConsent,
  ...unseenDelegatedProofs,
  ...unseenDelegatedRefresh,
  ...unseenDelegatedLives,
]
