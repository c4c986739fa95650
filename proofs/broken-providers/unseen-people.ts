import type { BrokenProvider } from './broken-provider.ts'
import { unseenPeopleAnswers } from './unseen-people-answers.ts'
import { unseenPeopleConsent } from './unseen-people-consent.ts'
import { unseenPeoplePages } from './unseen-people-pages.ts'
import { unseenPeopleRequests } from './unseen-people-requests.ts'
import { unseenPeopleTokens } from './unseen-people-tokens.ts'

/** Faults of signing people in, written from documentation by somebody who had not read the scenarios. */
export const unseenPeople: readonly BrokenProvider[] = [
  ...unseenPeopleAnswers,
  ...unseenPeoplePages,
  ...unseenPeopleTokens,
  ...unseenPeopleRequests,
  ...unseenPeopleConsent,
]
