import type { BrokenProvider } from './broken-provider.ts'
import { unseenDelegatedAgentUsers } from './unseen-delegated-agent-users.ts'
import { unseenDelegatedAnswers } from './unseen-delegated-answers.ts'
import { unseenDelegatedClaims } from './unseen-delegated-claims.ts'
import { unseenDelegatedConsent } from './unseen-delegated-consent.ts'
import { unseenDelegatedLives } from './unseen-delegated-lives.ts'
import { unseenDelegatedOverlooked } from './unseen-delegated-overlooked.ts'
import { unseenDelegatedProofs } from './unseen-delegated-proofs.ts'
import { unseenDelegatedRefresh } from './unseen-delegated-refresh.ts'
import { unseenDelegatedRefusals } from './unseen-delegated-refusals.ts'
import { unseenDelegatedSessions } from './unseen-delegated-sessions.ts'
import { unseenDelegatedUserTokens } from './unseen-delegated-user-tokens.ts'

/** Faults of the delegated flows, written from their documentation by somebody who had not read the scenarios. */
export const unseenDelegated: readonly BrokenProvider[] = [
  ...unseenDelegatedAnswers,
  ...unseenDelegatedClaims,
  ...unseenDelegatedSessions,
  ...unseenDelegatedConsent,
  ...unseenDelegatedOverlooked,
  ...unseenDelegatedUserTokens,
  ...unseenDelegatedAgentUsers,
  ...unseenDelegatedProofs,
  ...unseenDelegatedRefresh,
  ...unseenDelegatedLives,
  ...unseenDelegatedRefusals,
]
