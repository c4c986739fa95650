import type { BrokenProvider } from './broken-provider.ts'
import { answersUnseen } from './unseen-graph-answers.ts'
import { credentialsUnseen } from './unseen-graph-credentials.ts'
import { livesUnseen } from './unseen-graph-lives.ts'
import { pagesUnseen } from './unseen-graph-pages.ts'
import { queriesUnseen } from './unseen-graph-queries.ts'
import { rightsUnseen } from './unseen-graph-rights.ts'
import { writingUnseen } from './unseen-graph-writing.ts'

/** More faults of Microsoft Graph, found in the same way: filters, pages, what lives on, what was written, who may. */
export const unseenGraph: readonly BrokenProvider[] = [
  ...pagesUnseen,
  ...queriesUnseen,
  ...answersUnseen,
  ...livesUnseen,
  ...credentialsUnseen,
  ...writingUnseen,
  ...rightsUnseen,
].map(([name, rule, options]) => ({ name, breaks: [rule], options }))
