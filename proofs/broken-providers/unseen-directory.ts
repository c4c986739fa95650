import type { BrokenProvider } from './broken-provider.ts'
import { answersOtherwise } from './unseen-directory-answers.ts'
import { livesOtherwise } from './unseen-directory-lives.ts'
import { queriesOtherwise } from './unseen-directory-queries.ts'
import { rightsOtherwise } from './unseen-directory-rights.ts'
import { credentialsOtherwise } from './unseen-directory-secrets.ts'

/** Faults of Microsoft Graph, written from its documentation by somebody who had not read the scenarios. */
export const unseenDirectory: readonly BrokenProvider[] = [
  ...answersOtherwise,
  ...queriesOtherwise,
  ...credentialsOtherwise,
  ...livesOtherwise,
  ...rightsOtherwise,
].map(([name, rule, options]) => ({ name, breaks: [rule], options }))
