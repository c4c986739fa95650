import type { BrokenProvider } from './broken-provider.ts'
import { unseenTokenAnswers } from './unseen-token-answers.ts'
import { unseenTokenClaims } from './unseen-token-claims.ts'
import { unseenTokenDocuments } from './unseen-token-documents.ts'
import { unseenTokenGrants } from './unseen-token-grants.ts'
import { unseenTokenLives } from './unseen-token-lives.ts'
import { unseenTokenMachines } from './unseen-token-machines.ts'
import { unseenTokenPaths } from './unseen-token-paths.ts'
import { unseenTokenRequests } from './unseen-token-requests.ts'

/** Faults of the autonomous flow, written from its documentation by somebody who had not read the scenarios. */
export const unseenToken: readonly BrokenProvider[] = [
  ...unseenTokenClaims,
  ...unseenTokenGrants,
  ...unseenTokenPaths,
  ...unseenTokenAnswers,
  ...unseenTokenLives,
  ...unseenTokenRequests,
  ...unseenTokenDocuments,
  ...unseenTokenMachines,
]
