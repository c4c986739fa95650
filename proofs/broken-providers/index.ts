import { assertionsWrong } from './assertions.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { claimsWrong } from './claims.ts'
import { directoryAnswersWrong } from './directory-answers.ts'
import { directoryFederationWrong } from './directory-federation.ts'
import { directoryObjectsWrong } from './directory-objects.ts'
import { directoryPeopleWrong } from './directory-people.ts'
import { leadingElsewhere } from './discovery.ts'
import { ofEachFamily } from './families.ts'
import { takingForeignProofs } from './foreign-proofs.ts'
import { acceptingGarbage } from './leniency.ts'
import { lifetimesWrong } from './lifetimes.ts'
import { refusalsWrong } from './refusals.ts'
import { signaturesWrong } from './signatures.ts'
import { subjectsWrong } from './subjects.ts'
import { takingForgeries } from './tampered.ts'
import { unseenDirectory } from './unseen-directory.ts'

/** The mock with one fault after another: a scenario of a rule that it breaks must notice each. */
export const brokenProviders: readonly BrokenProvider[] = [
  ...claimsWrong,
  ...subjectsWrong,
  ...signaturesWrong,
  ...lifetimesWrong,
  ...refusalsWrong,
  ...assertionsWrong,
  ...acceptingGarbage,
  ...takingForgeries,
  ...takingForeignProofs,
  ...leadingElsewhere,
  ...directoryAnswersWrong,
  ...directoryObjectsWrong,
  ...ofEachFamily,
  ...directoryFederationWrong,
  ...directoryPeopleWrong,
  ...unseenDirectory,
]

/** The first fault of each rule: what every change is tested with. A proof tries all. */
export const tellingProviders: readonly BrokenProvider[] = brokenProviders.filter(
  ({ breaks }, at) =>
    brokenProviders.findIndex((one) => one.breaks.join() === breaks.join()) === at,
)
