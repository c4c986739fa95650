import type { BrokenProvider } from './broken-provider.ts'
import { claimsWrong } from './claims.ts'
import { directoryAnswersWrong } from './directory-answers.ts'
import { directoryObjectsWrong } from './directory-objects.ts'
import { leadingElsewhere } from './discovery.ts'
import { ofEachFamily } from './families.ts'
import { takingForeignProofs } from './foreign-proofs.ts'
import { acceptingGarbage } from './leniency.ts'
import { lifetimesWrong } from './lifetimes.ts'
import { refusalsWrong } from './refusals.ts'
import { signaturesWrong } from './signatures.ts'
import { subjectsWrong } from './subjects.ts'
import { takingForgeries } from './tampered.ts'

/** The mock with one fault after another: a scenario of a rule that it breaks must notice each. */
export const brokenProviders: readonly BrokenProvider[] = [
  ...claimsWrong,
  ...subjectsWrong,
  ...signaturesWrong,
  ...lifetimesWrong,
  ...refusalsWrong,
  ...acceptingGarbage,
  ...takingForgeries,
  ...takingForeignProofs,
  ...leadingElsewhere,
  ...directoryAnswersWrong,
  ...directoryObjectsWrong,
  ...ofEachFamily,
]
