import type { ApiRule } from '../rule.ts'
import { callerRulesOfApis } from './callers.ts'
import { tokenRulesOfApis } from './tokens.ts'

/** What an API that takes agent tokens does and does not do, judged by its answers. */
export const apiRules: readonly ApiRule[] = [...tokenRulesOfApis, ...callerRulesOfApis]
