import { answersWrong } from './answers.ts'
import type { BrokenApi } from './broken-api.ts'
import { callersWrong } from './callers.ts'
import { keysWrong } from './keys.ts'
import { tokensWrong } from './tokens.ts'

/** The reference API with one fault after another: the scenarios of the rule that it breaks must notice each. */
export const brokenApis: readonly BrokenApi[] = [
  ...tokensWrong,
  ...keysWrong,
  ...callersWrong,
  ...answersWrong,
]
